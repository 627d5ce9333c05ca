/** Refunds of paid dossiers: asked for, decided by two persons, given back by the bank. */
package vn.dvc.pay.payment.refund;
