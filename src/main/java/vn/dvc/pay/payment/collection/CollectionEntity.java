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
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.payment.collection.policy.CollectionRuling;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Money that a bank reports to have collected for us. It is never deleted. Change it only while it
 * is locked, after locking its payment.
 */
@Entity
@Table(name = "collection")
public class CollectionEntity {
  @Id private UUID id;

  /** Null until stored, so that a new entity is inserted, never merged. */
  @Version private @Nullable Long version;

  private @Nullable String bank;
  private String reference;
  private String account;
  private long amount;

  @Column(name = "transfer_text")
  private String text;

  private @Nullable String code;
  private @Nullable String payment;

  @Enumerated(EnumType.STRING)
  private State state;

  private long taken;
  private @Nullable String acceptedBy;
  private @Nullable String reversal;
  private @Nullable String ruling;
  private @Nullable String policySource;
  private Instant collectedAt;
  private Instant receivedAt;

  protected CollectionEntity() {}

  /**
   * @param code the payment code in the transfer text, null if there is none or several
   * @param payment the payment with this code, null if there is none
   */
  CollectionEntity(
      CollectionReceived received, @Nullable String code, @Nullable PaymentId payment) {
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

  /** Records the ruling of the decision table, which is kept whatever happens later. */
  void ruled(CollectionRuling ruling) {
    this.ruling = ruling.words();
    this.policySource = ruling.source();
  }

  /** Takes this amount for its payment, as the decision table rules. */
  void bind(Money taken) {
    move(State.UNDECIDED, State.BOUND);
    this.taken = taken.dong();
  }

  /** Takes this amount for the payment, as two persons decided. */
  void accept(PaymentId payment, Money taken, String caseId) {
    move(State.UNDECIDED, State.ACCEPTED);
    this.payment = payment.text();
    this.taken = taken.dong();
    this.acceptedBy = caseId;
  }

  /** Keeps it for its payment, which it cannot pay alone, as two persons decided. */
  void hold(String caseId) {
    move(State.UNDECIDED, State.HELD);
    this.taken = amount;
    this.acceptedBy = caseId;
  }

  /** The rest has come in: the held collection now pays, together with it. */
  void heldPays() {
    move(State.HELD, State.ACCEPTED);
  }

  /** Returns the excess over what was owed. */
  void restGoesBack(String reversal) {
    if (taken == 0 || taken == amount || this.reversal != null) {
      throw new IllegalStateException("A collection that is " + state + " has no excess to return");
    }
    this.reversal = reversal;
  }

  /** Returns the whole amount, as two persons decided. */
  public void giveBack(String reversal) {
    move(State.UNDECIDED, State.REVERSING);
    this.reversal = reversal;
  }

  /** Returns what was held, because the rest never came. */
  void heldGoesBack(String reversal) {
    move(State.HELD, State.REVERSING);
    this.taken = 0;
    this.reversal = reversal;
  }

  /** The bank has returned the amount due: the whole, or the excess of a collection that pays. */
  public void givenBack() {
    if (state != State.BOUND && state != State.ACCEPTED) {
      move(State.REVERSING, State.REVERSED);
    }
  }

  /** What goes back, or went back, of a collection that has a reversal. */
  public Money goesBack() {
    return Money.dong(State.PAYING.contains(state) ? amount - taken : amount);
  }

  private void move(State from, State to) {
    if (state != from) {
      throw new IllegalStateException("Illegal collection transition " + state + " -> " + to);
    }
    state = to;
  }

  public UUID id() {
    return id;
  }

  public @Nullable String bank() {
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

  public @Nullable String code() {
    return code;
  }

  public @Nullable PaymentId payment() {
    return payment == null ? null : PaymentId.of(payment);
  }

  State state() {
    return state;
  }

  /** Whether it was taken by the ruling itself or by a decision of two persons. */
  boolean isTakenRightly() {
    return state == State.BOUND || state == State.ACCEPTED && acceptedBy != null;
  }

  public Instant collectedAt() {
    return collectedAt;
  }

  /** The amount that pays its payment or is kept for it. */
  long taken() {
    return taken;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  @Nullable String reversal() {
    return reversal;
  }

  /** The state of a collection. */
  public enum State {
    /** Its case is open. */
    UNDECIDED,
    /** It pays its payment automatically. */
    BOUND,
    /** It pays its payment by a decision of two persons. */
    ACCEPTED,
    /** Kept for its payment until the rest comes in. */
    HELD,
    REVERSING,
    REVERSED;

    /** The states in which a collection pays its payment. */
    static final Set<State> PAYING = EnumSet.of(BOUND, ACCEPTED);
  }
}
