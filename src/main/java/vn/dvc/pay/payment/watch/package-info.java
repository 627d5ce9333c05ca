/** Payments as operators look at them. */
@NullMarked
package vn.dvc.pay.payment.watch;

import org.jspecify.annotations.NullMarked;
