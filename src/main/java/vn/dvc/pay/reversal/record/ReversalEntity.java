package vn.dvc.pay.reversal.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** A reversal's record. Changed only while its row is locked. */
@Entity
@Table(name = "reversal")
public class ReversalEntity {
  @Id private String id;

  /** Null until it is stored: so a new row is inserted, never merged. */
  @Version private Long version;

  private String payment;
  private String bank;
  private String collectionReference;
  private UUID originalAttempt;
  private String booking;
  private long amount;
  private String reason;

  @Enumerated(EnumType.STRING)
  private State state;

  private UUID attemptRef;
  private UUID askedCall;
  private String declineReason;
  private String processInstance;
  private Instant askedAt;
  private Instant nextTryAt;
  private Instant finishedAt;

  protected ReversalEntity() {}

  public ReversalEntity(
      OriginalMoney original, String payment, Money amount, String reason, Instant now) {
    this.id = "V" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    this.payment = payment;
    this.bank = original.bank();
    this.collectionReference = original.collection();
    this.originalAttempt = original.attempt() == null ? null : original.attempt().id();
    this.booking = original.booking();
    this.amount = amount.dong();
    this.reason = reason;
    this.state = State.UNDER_WAY;
    this.askedAt = now;
  }

  public void runsIn(String processInstance) {
    this.processInstance = processInstance;
  }

  /** From now on this attempt is the reversal's; an earlier one has surely had no effect. */
  public void asks(AttemptRef attempt, CallRef call) {
    this.attemptRef = attempt.id();
    this.askedCall = call.id();
    this.state = State.UNDER_WAY;
  }

  /** Whether it waits for the answer of this very request. */
  public boolean isAsking(CallRef call) {
    return call.id().equals(askedCall);
  }

  public void nextTryAt(Instant at) {
    nextTryAt = at;
  }

  public void inDoubt() {
    state = State.BEING_CHECKED;
  }

  public void resumed() {
    state = State.UNDER_WAY;
  }

  public void declined(String why) {
    state = State.DECLINED;
    declineReason = why;
  }

  /** Two persons want it asked for once more, as a new attempt. */
  public void shallBeTriedAgain() {
    state = State.TO_BE_TRIED_AGAIN;
  }

  public void finish(State how, Instant now) {
    state = how;
    finishedAt = now;
  }

  public String id() {
    return id;
  }

  public String payment() {
    return payment;
  }

  public String bank() {
    return bank;
  }

  public OriginalMoney original() {
    return originalAttempt == null
        ? OriginalMoney.collected(bank, collectionReference)
        : OriginalMoney.debited(bank, new AttemptRef(originalAttempt));
  }

  public Money amount() {
    return Money.dong(amount);
  }

  public String reason() {
    return reason;
  }

  public State state() {
    return state;
  }

  /** The attempt made last, null before the first. */
  public AttemptRef attempt() {
    return attemptRef == null ? null : new AttemptRef(attemptRef);
  }

  public String declineReason() {
    return declineReason;
  }

  public String processInstance() {
    return processInstance;
  }

  /** Where it stands. */
  public enum State {
    UNDER_WAY,
    BEING_CHECKED,
    /** The bank refuses; a case is open on it. */
    DECLINED,
    TO_BE_TRIED_AGAIN,
    DONE,
    /** Two persons vouch that the money went back by another way. */
    RETURNED_OTHERWISE
  }
}
