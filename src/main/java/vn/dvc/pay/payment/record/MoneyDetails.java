package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;

/** How a payment asks a bank for its money: the attempt made last, and what its answers said. */
@Embeddable
public class MoneyDetails {
  private String bank;
  private UUID attemptRef;

  @Column(name = "money_moving")
  private boolean moving;

  /** The request made last, null before the first: only its answer says how the payment goes on. */
  private UUID askedCall;

  private UUID readCall;
  private String readVerdict;
  private String lastDecline;
  private Instant lastDeclineAt;

  /**
   * From now on this attempt is the payment's; an earlier one has surely ended, and why it was
   * declined says nothing of this one.
   */
  public void asks(String bank, AttemptRef attempt) {
    this.bank = bank;
    this.attemptRef = attempt.id();
    this.lastDecline = null;
    this.lastDeclineAt = null;
  }

  /** From now on the payment goes on by the answer to this call, and by no earlier one. */
  public void asks(CallRef call) {
    this.askedCall = call.id();
  }

  public boolean isAsking(CallRef call) {
    return call.id().equals(askedCall);
  }

  /** The payment went on by other means than this call's own answer. */
  public void readAsked(String verdict) {
    this.readCall = askedCall;
    this.readVerdict = verdict;
  }

  public void declined(String code, Instant now) {
    lastDecline = code;
    lastDeclineAt = now;
  }

  /** A call that moves money is on its way: from here its result stands, and nobody can cancel. */
  public void moving(boolean moving) {
    this.moving = moving;
  }

  /**
   * The verdict drawn from a call's answer; an answer is drawn from once, however often recorded.
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

  /** BIN of the bank that is asked, null before the first attempt. */
  public String bank() {
    return bank;
  }

  /** The attempt made last, null before the first. */
  public AttemptRef attempt() {
    return attemptRef == null ? null : new AttemptRef(attemptRef);
  }

  public String lastDecline() {
    return lastDecline;
  }

  public Instant lastDeclineAt() {
    return lastDeclineAt;
  }

  public boolean isMoving() {
    return moving;
  }
}
