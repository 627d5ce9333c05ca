/** Money going back to whom it came from: reverse-payment.bpmn and what it asks. */
package vn.dvc.pay.payment.reversal;
