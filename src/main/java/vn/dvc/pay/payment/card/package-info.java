/** Payment by domestic card: the payer's actions and the steps of card-payment.bpmn. */
package vn.dvc.pay.payment.card;
