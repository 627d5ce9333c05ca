/** Unknown bank answers: inquire, wait, and finally let two persons decide. */
package vn.dvc.pay.payment.outcome;
