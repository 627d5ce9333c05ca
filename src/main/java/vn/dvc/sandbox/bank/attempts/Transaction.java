package vn.dvc.sandbox.bank.attempts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.DeclinedBecause;

/**
 * The answer to an inquiry, as the contract defines it.
 *
 * @param goal the state in which the attempt would end if all went well; not part of the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Transaction(
    AttemptState state,
    UUID attemptRef,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String account,
    @Nullable String bankRef,
    @Nullable DeclinedBecause reason,
    @Nullable Integer otpTriesLeft,
    @Nullable String last4,
    @Nullable String cardToken,
    Result.@Nullable OtpSent otp,
    @JsonIgnore AttemptState goal) {

  public static Transaction unknown(UUID attemptRef) {
    return new Transaction(
        AttemptState.NOT_FOUND,
        attemptRef,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        AttemptState.CAPTURED);
  }

  public static Transaction of(SandboxAttempt known, Instant now) {
    CardAttempt card = known instanceof CardAttempt it ? it : null;
    PendingOtp otp = card != null && known.state() == AttemptState.PENDING_OTP ? card.otp() : null;
    return new Transaction(
        known.state(),
        known.attemptRef(),
        known.amount(),
        known.amount() == null ? null : "VND",
        known.account(),
        known.bankRef(),
        known.reason(),
        otp == null ? null : otp.triesLeft(),
        card == null ? null : card.last4(),
        card == null ? null : card.cardToken(),
        otp == null
            ? null
            : new Result.OtpSent(
                otp.sentTo(),
                Math.max(0, Duration.between(now, otp.validUntil()).toSeconds()),
                otp.triesLeft()),
        known.goal());
  }

  /** The same with another amount; unchanged for an unknown attempt, which has none. */
  public Transaction withWrongAmount() {
    if (state == AttemptState.NOT_FOUND) {
      return this;
    }
    long wrong = (amount == null ? 0 : amount) + 1_000;
    return new Transaction(
        state,
        attemptRef,
        wrong,
        "VND",
        account,
        bankRef,
        reason,
        otpTriesLeft,
        last4,
        cardToken,
        otp,
        goal);
  }

  /** What a bank that has lost track of its own ledger would say. */
  public Transaction contradicted() {
    return state == AttemptState.NOT_FOUND || state == AttemptState.DECLINED
        ? contradicted(goal, null)
        : contradicted(AttemptState.DECLINED, DeclinedBecause.BANK_DECLINED);
  }

  private Transaction contradicted(AttemptState other, @Nullable DeclinedBecause why) {
    return new Transaction(
        other,
        attemptRef,
        amount,
        currency,
        account,
        bankRef,
        why,
        null,
        last4,
        cardToken,
        null,
        goal);
  }
}
