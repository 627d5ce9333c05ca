/** What every payment method does: start, cancel, run in a process, ask its bank. */
package vn.dvc.pay.payment.method;
