/**
 * The steps of reverse-payment.bpmn: asks the bank to return money, and has two persons decide if
 * it refuses.
 */
@NullMarked
package vn.dvc.pay.reversal.process;

import org.jspecify.annotations.NullMarked;
