/** Starts the whole demo: sandbox and application in one process. */
@NullMarked
package vn.dvc;

import org.jspecify.annotations.NullMarked;
