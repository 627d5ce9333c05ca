/** Refunds of paid dossiers: requested, decided by two persons, returned by the bank. */
@NullMarked
package vn.dvc.pay.payment.refund;

import org.jspecify.annotations.NullMarked;
