package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.RegistrationId;

/** What a payment by account has beside the rest: by which mandate, and how often it was tried. */
@Embeddable
public class AccountDetails {
  @Column(name = "account_registration")
  private String registration;

  @Column(name = "account_bank")
  private String bank;

  @Column(name = "account_number")
  private String number;

  @Column(name = "account_mandate")
  private String mandate;

  private int debitTries;
  private Instant nextTryAt;

  /** The mandate of the payer at the moment of the order; the payment never takes another. */
  public void debitedBy(Mandate mandate) {
    this.registration = mandate.registration().text();
    this.bank = mandate.account().bank();
    this.number = mandate.account().number();
    this.mandate = mandate.reference();
  }

  public void tried() {
    debitTries++;
  }

  public void nextTryAt(Instant at) {
    nextTryAt = at;
  }

  public RegistrationId registration() {
    return RegistrationId.of(registration);
  }

  /** Null unless the payment is one by account. */
  public AccountNumber number() {
    return number == null ? null : new AccountNumber(bank, number);
  }

  public String mandate() {
    return mandate;
  }

  /** How often a debit was written down. */
  public int debitTries() {
    return debitTries;
  }

  public Instant nextTryAt() {
    return nextTryAt;
  }
}
