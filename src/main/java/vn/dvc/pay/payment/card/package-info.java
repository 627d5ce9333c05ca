/** Paying by domestic card: what the payer may do and what card-payment.bpmn asks. */
package vn.dvc.pay.payment.card;
