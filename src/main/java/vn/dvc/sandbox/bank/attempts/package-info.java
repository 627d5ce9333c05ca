/** The attempts that a bank knows, and what has become of them. */
@NullMarked
package vn.dvc.sandbox.bank.attempts;

import org.jspecify.annotations.NullMarked;
