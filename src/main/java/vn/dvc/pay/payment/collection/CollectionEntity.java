package vn.dvc.pay.payment.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.payment.collection.policy.CollectionRuling;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Money that a bank says it collected for us. Kept whatever becomes of it; changed only under its
 * row's lock, its payment locked before.
 */
@Entity
@Table(name = "collection")
public class CollectionEntity {
  @Id private UUID id;

  /** Null until it is stored: so a new row is inserted, never merged. */
  @Version private Long version;

  private String bank;
  private String reference;
  private String account;
  private long amount;

  @Column(name = "transfer_text")
  private String text;

  private String code;
  private String payment;

  @Enumerated(EnumType.STRING)
  private State state;

  private long taken;
  private String acceptedBy;
  private String reversal;
  private String ruling;
  private String policySource;
  private Instant collectedAt;
  private Instant receivedAt;

  protected CollectionEntity() {}

  /**
   * @param code the payment code that its text names, null where it names none or several
   * @param payment the payment that bears this code, null where none does
   */
  CollectionEntity(CollectionReceived received, String code, PaymentId payment) {
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

  /** What the analysts' table says of it, kept whatever becomes of it. */
  void ruled(CollectionRuling ruling) {
    this.ruling = ruling.words();
    this.policySource = ruling.source();
  }

  /** So much of it pays its payment, as the table rules. */
  void bind(Money taken) {
    move(State.UNDECIDED, State.BOUND);
    this.taken = taken.dong();
  }

  /** Two persons took so much of it for this payment. */
  void accept(PaymentId payment, Money taken, String caseId) {
    move(State.UNDECIDED, State.ACCEPTED);
    this.payment = payment.text();
    this.taken = taken.dong();
    this.acceptedBy = caseId;
  }

  /** Two persons keep it for its payment, which it does not pay alone. */
  void hold(String caseId) {
    move(State.UNDECIDED, State.HELD);
    this.taken = amount;
    this.acceptedBy = caseId;
  }

  /** The rest has come in: together they pay. */
  void heldPays() {
    move(State.HELD, State.ACCEPTED);
  }

  /** What of it is more than was owed. */
  void restGoesBack(String reversal) {
    if (taken == 0 || taken == amount || this.reversal != null) {
      throw new IllegalStateException("A collection that is " + state + " has no such rest");
    }
    this.reversal = reversal;
  }

  /** Two persons give all of it back. */
  public void giveBack(String reversal) {
    move(State.UNDECIDED, State.REVERSING);
    this.reversal = reversal;
  }

  /** The rest never came. */
  void heldGoesBack(String reversal) {
    move(State.HELD, State.REVERSING);
    this.taken = 0;
    this.reversal = reversal;
  }

  /** The bank gave back what was to go: all of it, or the rest of one that pays. */
  public void givenBack() {
    if (state != State.BOUND && state != State.ACCEPTED) {
      move(State.REVERSING, State.REVERSED);
    }
  }

  private void move(State from, State to) {
    if (state != from) {
      throw new IllegalStateException("A collection that is " + state + " is not to be " + to);
    }
    state = to;
  }

  public UUID id() {
    return id;
  }

  public String bank() {
    return bank;
  }

  public String reference() {
    return reference;
  }

  public AccountNumber account() {
    return new AccountNumber(bank, account);
  }

  public Money amount() {
    return Money.dong(amount);
  }

  public String text() {
    return text;
  }

  public String code() {
    return code;
  }

  public PaymentId payment() {
    return payment == null ? null : PaymentId.of(payment);
  }

  State state() {
    return state;
  }

  /** By itself, or because two persons said so. */
  boolean isTakenRightly() {
    return state == State.BOUND || state == State.ACCEPTED && acceptedBy != null;
  }

  public Instant collectedAt() {
    return collectedAt;
  }

  /** How much of it pays, or is kept for, its payment. */
  long taken() {
    return taken;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  String reversal() {
    return reversal;
  }

  /** What has become of it. */
  public enum State {
    /** A case is open on it. */
    UNDECIDED,
    /** It pays its payment, by itself. */
    BOUND,
    /** It pays its payment, because two persons said so. */
    ACCEPTED,
    /** Kept for its payment until the rest comes in. */
    HELD,
    REVERSING,
    REVERSED;

    /** Those that pay their payment. */
    static final Set<State> PAYING = EnumSet.of(BOUND, ACCEPTED);
  }
}
