package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The answer to an inquiry, as the contract draws it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Transaction(
    State state,
    UUID attemptRef,
    Long amount,
    String currency,
    String bankRef,
    Reason reason,
    Integer otpTriesLeft,
    String last4,
    String cardToken,
    Result.OtpSent otp) {

  static Transaction unknown(UUID attemptRef) {
    return new Transaction(
        State.NOT_FOUND, attemptRef, null, null, null, null, null, null, null, null);
  }

  static Transaction of(CardTransaction known, Instant now) {
    PendingOtp otp = known.state() == State.PENDING_OTP ? known.otp() : null;
    return new Transaction(
        known.state(),
        known.attemptRef(),
        known.amount(),
        "VND",
        known.bankRef(),
        known.reason(),
        otp == null ? null : otp.triesLeft(),
        known.last4(),
        known.cardToken(),
        otp == null
            ? null
            : new Result.OtpSent(
                otp.sentTo(),
                Math.max(0, Duration.between(now, otp.validUntil()).toSeconds()),
                otp.triesLeft()));
  }

  Transaction withAmount(long other) {
    return new Transaction(
        state, attemptRef, other, "VND", bankRef, reason, otpTriesLeft, last4, cardToken, otp);
  }

  /** What a bank would say that had lost sight of its own ledger. */
  Transaction contradicted() {
    return state == State.NOT_FOUND || state == State.DECLINED
        ? new Transaction(
            State.CAPTURED,
            attemptRef,
            amount,
            currency,
            bankRef,
            null,
            null,
            last4,
            cardToken,
            null)
        : new Transaction(
            State.DECLINED,
            attemptRef,
            amount,
            currency,
            bankRef,
            Reason.BANK_DECLINED,
            null,
            last4,
            cardToken,
            null);
  }
}
