/** Paying at a bank's branch or by transfer: the instruction and what counter-payment.bpmn asks. */
package vn.dvc.pay.payment.counter;
