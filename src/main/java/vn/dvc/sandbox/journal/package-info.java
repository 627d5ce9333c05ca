/** The journal in which the sandbox remembers everything. */
@NullMarked
package vn.dvc.sandbox.journal;

import org.jspecify.annotations.NullMarked;
