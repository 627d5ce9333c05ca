package vn.dvc.pay.payment.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Money that a bank says it collected for us. Kept whatever becomes of it; changed only under its
 * row's lock, its payment locked before.
 */
@Entity
@Table(name = "collection")
class CollectionRow {
  @Id private UUID id;

  /** Null until it is stored: so a new row is inserted, never merged. */
  @Version private Long version;

  private String bank;
  private String reference;
  private String account;
  private long amount;
  private String text;
  private String code;
  private String payment;

  @Enumerated(EnumType.STRING)
  private State state;

  private String acceptedBy;
  private String reversal;
  private Instant collectedAt;
  private Instant receivedAt;

  protected CollectionRow() {}

  /**
   * @param code the payment code that its text names, null where it names none or several
   * @param payment the payment that bears this code, null where none does
   */
  CollectionRow(CollectionReceived received, String code, PaymentId payment) {
    this.id = UUID.randomUUID();
    this.bank = received.bank();
    this.reference = received.reference();
    this.account = received.account().number();
    this.amount = received.amount().dong();
    this.text = received.text();
    this.code = code;
    this.payment = payment == null ? null : payment.text();
    this.state = State.UNDECIDED;
    this.collectedAt = received.collectedAt();
    this.receivedAt = received.receivedAt();
  }

  /** It is exactly what its payment waits for. */
  void bind() {
    move(State.UNDECIDED, State.BOUND);
  }

  /** Two persons took it for this payment. */
  void accept(PaymentId payment, String caseId) {
    move(State.UNDECIDED, State.ACCEPTED);
    this.payment = payment.text();
    this.acceptedBy = caseId;
  }

  /** Two persons give it back. */
  void giveBack(String reversal) {
    move(State.UNDECIDED, State.REVERSING);
    this.reversal = reversal;
  }

  void givenBack() {
    move(State.REVERSING, State.REVERSED);
  }

  private void move(State from, State to) {
    if (state != from) {
      throw new IllegalStateException("A collection that is " + state + " is not to be " + to);
    }
    state = to;
  }

  UUID id() {
    return id;
  }

  String bank() {
    return bank;
  }

  String reference() {
    return reference;
  }

  AccountNumber account() {
    return new AccountNumber(bank, account);
  }

  Money amount() {
    return Money.dong(amount);
  }

  String text() {
    return text;
  }

  String code() {
    return code;
  }

  PaymentId payment() {
    return payment == null ? null : PaymentId.of(payment);
  }

  State state() {
    return state;
  }

  boolean isAcceptedByACase() {
    return state == State.ACCEPTED && acceptedBy != null;
  }

  Instant collectedAt() {
    return collectedAt;
  }

  /** What has become of it. */
  enum State {
    /** A case is open on it. */
    UNDECIDED,
    BOUND,
    ACCEPTED,
    REVERSING,
    REVERSED
  }
}
