package vn.dvc.pay.registration;

import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.RegistrationId;

/**
 * The right to debit a payer's account, by a registration in force.
 *
 * @param reference how the bank names the mandate
 */
public record Mandate(RegistrationId registration, AccountNumber account, String reference) {}
