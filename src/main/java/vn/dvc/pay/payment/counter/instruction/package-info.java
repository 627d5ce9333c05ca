/** Payment instructions and the codes by which transfers name them. */
@NullMarked
package vn.dvc.pay.payment.counter.instruction;

import org.jspecify.annotations.NullMarked;
