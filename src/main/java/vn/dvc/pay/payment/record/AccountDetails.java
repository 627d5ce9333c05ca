package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.RegistrationId;

/** The part of a payment specific to the account method: its mandate and its tries. */
@Embeddable
public class AccountDetails {
  @Column(name = "account_registration")
  private String registration;

  @Column(name = "account_bank")
  private @Nullable String bank;

  @Column(name = "account_number")
  private String number;

  @Column(name = "account_mandate")
  private @Nullable String mandate;

  private int debitTries;
  private Instant nextTryAt;

  /** Sets the mandate in force when the payment started; it never changes. */
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

  /** Null unless paid by account. */
  public @Nullable AccountNumber number() {
    return number == null ? null : new AccountNumber(bank, number);
  }

  public @Nullable String mandate() {
    return mandate;
  }

  /** How many debits have been recorded. */
  public int debitTries() {
    return debitTries;
  }

  public Instant nextTryAt() {
    return nextTryAt;
  }
}
