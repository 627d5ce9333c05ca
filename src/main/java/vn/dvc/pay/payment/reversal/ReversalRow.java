package vn.dvc.pay.payment.reversal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** A reversal's record. Changed only while its row is locked. */
@Entity
@Table(name = "reversal")
class ReversalRow {
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

  protected ReversalRow() {}

  ReversalRow(OriginalMoney original, String payment, Money amount, String reason, Instant now) {
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

  void runsIn(String processInstance) {
    this.processInstance = processInstance;
  }

  /** From now on this attempt is the reversal's; an earlier one has surely had no effect. */
  void asks(AttemptRef attempt, CallRef call) {
    this.attemptRef = attempt.id();
    this.askedCall = call.id();
    this.state = State.UNDER_WAY;
  }

  /** Whether it waits for the answer of this very request. */
  boolean isAsking(CallRef call) {
    return call.id().equals(askedCall);
  }

  void nextTryAt(Instant at) {
    nextTryAt = at;
  }

  void inDoubt() {
    state = State.BEING_CHECKED;
  }

  void resumed() {
    state = State.UNDER_WAY;
  }

  void declined(String why) {
    state = State.DECLINED;
    declineReason = why;
  }

  /** Two persons want it asked for once more, as a new attempt. */
  void shallBeTriedAgain() {
    state = State.TO_BE_TRIED_AGAIN;
  }

  void finish(State how, Instant now) {
    state = how;
    finishedAt = now;
  }

  String id() {
    return id;
  }

  String payment() {
    return payment;
  }

  String bank() {
    return bank;
  }

  OriginalMoney original() {
    return originalAttempt == null
        ? OriginalMoney.collected(bank, collectionReference)
        : OriginalMoney.debited(bank, new AttemptRef(originalAttempt));
  }

  Money amount() {
    return Money.dong(amount);
  }

  String reason() {
    return reason;
  }

  State state() {
    return state;
  }

  /** The attempt made last, null before the first. */
  AttemptRef attempt() {
    return attemptRef == null ? null : new AttemptRef(attemptRef);
  }

  String declineReason() {
    return declineReason;
  }

  String processInstance() {
    return processInstance;
  }

  /** Where it stands. */
  enum State {
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
