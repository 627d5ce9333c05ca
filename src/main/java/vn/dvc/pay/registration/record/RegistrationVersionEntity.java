package vn.dvc.pay.registration.record;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.AccountNumber;

/** One version of the payer's application, and the state of its form. */
@Entity
@Table(name = "registration_version")
public class RegistrationVersionEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "registration")
  private RegistrationEntity registration;

  private int number;
  private @Nullable String bank;
  private String account;
  private @Nullable String holder;
  private @Nullable String branch;
  private @Nullable String email;
  private @Nullable String phone;
  private @Nullable String representativeName;
  private @Nullable String representativeTitle;
  private Instant submittedAt;
  private @Nullable String formSha256;
  private @Nullable Instant receivedAt;
  private @Nullable String receivedBy;

  protected RegistrationVersionEntity() {}

  RegistrationVersionEntity(
      RegistrationEntity registration, int number, Application applied, Instant now) {
    this.registration = registration;
    this.number = number;
    this.bank = applied.account().bank();
    this.account = applied.account().number();
    this.holder = applied.holder();
    this.branch = applied.branch();
    this.email = applied.contact().email();
    this.phone = applied.contact().phone();
    if (applied.representative() != null) {
      this.representativeName = applied.representative().name();
      this.representativeTitle = applied.representative().title();
    }
    this.submittedAt = now;
  }

  /** Stores the hash of this version's rendered form, whose bytes never change. */
  public void formReady(String sha256) {
    this.formSha256 = sha256;
  }

  public void received(String teller, Instant now) {
    this.receivedBy = teller;
    this.receivedAt = now;
  }

  public int number() {
    return number;
  }

  public Application application() {
    return new Application(
        account(),
        holder,
        branch,
        new Contact(email, phone),
        representativeName == null
            ? null
            : new Representative(representativeName, representativeTitle));
  }

  public AccountNumber account() {
    return new AccountNumber(bank, account);
  }

  public @Nullable String holder() {
    return holder;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public @Nullable String formSha256() {
    return formSha256;
  }

  public @Nullable Instant receivedAt() {
    return receivedAt;
  }

  public @Nullable String receivedBy() {
    return receivedBy;
  }
}
