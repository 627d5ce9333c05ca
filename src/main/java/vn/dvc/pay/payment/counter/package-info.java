/**
 * Payment at a bank's branch or by transfer: the instruction and the steps of counter-payment.bpmn.
 */
@NullMarked
package vn.dvc.pay.payment.counter;

import org.jspecify.annotations.NullMarked;
