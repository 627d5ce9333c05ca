/** When a bank's answer is unknown: ask, wait, and at last let two persons decide. */
package vn.dvc.pay.payment.outcome;
