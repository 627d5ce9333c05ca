/** Unknown bank answers: inquire, wait, and finally let two persons decide. */
@NullMarked
package vn.dvc.pay.payment.outcome;

import org.jspecify.annotations.NullMarked;
