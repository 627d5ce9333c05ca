/** How a payment ends: paid, on the proof of its money, or unpaid, when none is held. */
package vn.dvc.pay.payment.settle;
