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
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** A stored reversal. Changed only while its row is locked. */
@Entity
@Table(name = "reversal")
public class ReversalEntity {
  @Id private String id;

  /** Null until stored, so that a new reversal is inserted and never merged. */
  @Version private @Nullable Long version;

  private String payment;
  private String bank;
  private @Nullable String collectionReference;
  private @Nullable UUID originalAttempt;
  private String booking;
  private long amount;
  private String reason;

  @Enumerated(EnumType.STRING)
  private State state;

  private @Nullable UUID attemptRef;
  private @Nullable UUID askedCall;
  private @Nullable String declineReason;
  private @Nullable String processInstance;
  private Instant askedAt;
  private @Nullable Instant nextTryAt;
  private @Nullable Instant finishedAt;

  protected ReversalEntity() {}

  public ReversalEntity(
      OriginalMoney original, @Nullable String payment, Money amount, String reason, Instant now) {
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

  /** Makes this the reversal's attempt; any earlier one certainly had no effect. */
  public void asks(AttemptRef attempt, CallRef call) {
    this.attemptRef = attempt.id();
    this.askedCall = call.id();
    this.state = State.UNDER_WAY;
  }

  /** Whether it waits for the answer to exactly this request. */
  public boolean isAsking(CallRef call) {
    return call.id().equals(askedCall);
  }

  public void nextTryAt(Instant at) {
    nextTryAt = at;
  }

  public void outcomeUnknown() {
    state = State.BEING_CHECKED;
  }

  public void resumed() {
    state = State.UNDER_WAY;
  }

  public void decline(String why) {
    state = State.DECLINED;
    declineReason = why;
  }

  /** Two persons want it requested again, as a new attempt. */
  public void tryAgain() {
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

  /** The latest attempt, null before the first. */
  public @Nullable AttemptRef attempt() {
    return attemptRef == null ? null : new AttemptRef(attemptRef);
  }

  public @Nullable String declineReason() {
    return declineReason;
  }

  public @Nullable String processInstance() {
    return processInstance;
  }

  /** The progress of a reversal. */
  public enum State {
    UNDER_WAY,
    BEING_CHECKED,
    /** The bank refuses, and a case is open. */
    DECLINED,
    TO_BE_TRIED_AGAIN,
    DONE,
    /** Two persons vouch that the money was returned in another way. */
    RETURNED_OTHERWISE
  }
}
