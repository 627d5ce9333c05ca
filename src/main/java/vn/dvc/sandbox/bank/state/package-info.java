/** What the banks know: the sum of their journal. */
@NullMarked
package vn.dvc.sandbox.bank.state;

import org.jspecify.annotations.NullMarked;
