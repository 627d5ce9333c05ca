/** How a payment ends: paid, on evidence of its money, or closed when none is held. */
package vn.dvc.pay.payment.settlement;
