/**
 * Payment at a bank's branch or by transfer: the instruction and the steps of counter-payment.bpmn.
 */
package vn.dvc.pay.payment.counter;
