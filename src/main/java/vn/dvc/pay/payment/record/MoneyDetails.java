package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;

/** How a payment obtains its money from a bank: the latest attempt and its answers. */
@Embeddable
public class MoneyDetails {
  private String bank;
  private UUID attemptRef;

  @Column(name = "money_moving")
  private boolean moving;

  /**
   * The latest request, null before the first. Only its answer decides how the payment continues.
   */
  private @Nullable UUID askedCall;

  private @Nullable UUID readCall;
  private String readVerdict;
  private @Nullable String lastDecline;
  private @Nullable Instant lastDeclineAt;

  /**
   * Makes this attempt the payment's current one. An earlier one has certainly ended, and its
   * decline says nothing about this one.
   */
  public void beginAttempt(String bank, AttemptRef attempt) {
    this.bank = bank;
    this.attemptRef = attempt.id();
    this.lastDecline = null;
    this.lastDeclineAt = null;
  }

  /** Makes the payment wait for the answer to this call and ignore any earlier one. */
  public void awaitAnswer(CallRef call) {
    this.askedCall = call.id();
  }

  public boolean isAsking(CallRef call) {
    return call.id().equals(askedCall);
  }

  /** Marks the call as interpreted: the payment continued without its own answer. */
  public void readAsked(String verdict) {
    this.readCall = askedCall;
    this.readVerdict = verdict;
  }

  public void declined(String code, Instant now) {
    lastDecline = code;
    lastDeclineAt = now;
  }

  /**
   * Marks that a call that moves money is on its way: its result will stand, and nobody can cancel.
   */
  public void moving(boolean moving) {
    this.moving = moving;
  }

  /**
   * Stores the verdict for a call's answer, so that an answer recorded again is not interpreted
   * again.
   */
  public void read(CallRef call, String verdict) {
    this.readCall = call.id();
    this.readVerdict = verdict;
  }

  public boolean hasRead(CallRef call) {
    return call.id().equals(readCall);
  }

  public String readVerdict() {
    return readVerdict;
  }

  /** BIN of the bank, null before the first attempt. */
  public @Nullable String bank() {
    return bank;
  }

  /** The latest attempt, null before the first. */
  public @Nullable AttemptRef attempt() {
    return attemptRef == null ? null : new AttemptRef(attemptRef);
  }

  public @Nullable String lastDecline() {
    return lastDecline;
  }

  public @Nullable Instant lastDeclineAt() {
    return lastDeclineAt;
  }

  public boolean isMoving() {
    return moving;
  }
}
