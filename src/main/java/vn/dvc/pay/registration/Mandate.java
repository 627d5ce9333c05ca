package vn.dvc.pay.registration;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.RegistrationId;

/**
 * The right to debit a payer's account, based on a registration in force.
 *
 * @param reference the bank's reference of the mandate
 */
public record Mandate(
    RegistrationId registration, AccountNumber account, @Nullable String reference) {}
