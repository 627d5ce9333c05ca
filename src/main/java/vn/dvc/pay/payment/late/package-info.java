/** Late successes: money that a bank moved after its payment had ended unpaid. It goes back. */
@NullMarked
package vn.dvc.pay.payment.late;

import org.jspecify.annotations.NullMarked;
