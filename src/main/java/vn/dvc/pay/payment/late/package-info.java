/** Late successes: money that a bank moved after its payment had ended unpaid. It goes back. */
package vn.dvc.pay.payment.late;
