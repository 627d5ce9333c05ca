/** Paying by a registered account: one debit for all dossiers of a payment. */
@NullMarked
package vn.dvc.pay.payment.account;

import org.jspecify.annotations.NullMarked;
