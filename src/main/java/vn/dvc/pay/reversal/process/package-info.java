/**
 * What reverse-payment.bpmn asks: the bank is asked to give back, and two persons decide where it
 * refuses.
 */
package vn.dvc.pay.reversal.process;
