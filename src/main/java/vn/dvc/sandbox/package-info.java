/** Simulated banks and a simulated portal, for tests and the demo. */
@NullMarked
package vn.dvc.sandbox;

import org.jspecify.annotations.NullMarked;
