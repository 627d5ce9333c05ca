/** Refunds of paid dossiers: requested, decided by two persons, returned by the bank. */
package vn.dvc.pay.payment.refund;
