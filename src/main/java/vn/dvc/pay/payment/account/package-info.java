/** Paying by a registered account: one debit for all dossiers of a payment. */
package vn.dvc.pay.payment.account;
