/** The payment's record: its row, its lines, its legal states. */
package vn.dvc.pay.payment.record;
