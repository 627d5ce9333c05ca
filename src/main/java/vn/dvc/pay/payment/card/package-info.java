/** Payment by domestic card: the payer's actions and the steps of card-payment.bpmn. */
@NullMarked
package vn.dvc.pay.payment.card;

import org.jspecify.annotations.NullMarked;
