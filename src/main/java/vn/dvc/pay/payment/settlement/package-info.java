/** How a payment ends: paid, on evidence of its money, or closed when none is held. */
@NullMarked
package vn.dvc.pay.payment.settlement;

import org.jspecify.annotations.NullMarked;
