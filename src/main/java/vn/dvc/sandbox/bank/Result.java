package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/** The business answer to a call, as the contract draws it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
    String result,
    State state,
    UUID attemptRef,
    UUID callRef,
    long amount,
    String currency,
    String bankRef,
    Reason reason,
    String last4,
    String cardToken,
    OtpSent otp,
    Integer otpTriesLeft) {

  static final String APPROVED = "APPROVED";
  static final String DECLINED = "DECLINED";

  static Result approved(Call call, CardTransaction now, OtpSent otp) {
    return new Result(
        APPROVED,
        now.state(),
        call.attemptRef(),
        call.callRef(),
        now.amount(),
        "VND",
        now.bankRef(),
        null,
        now.last4(),
        now.cardToken(),
        otp,
        null);
  }

  static Result declined(Call call, State state, Reason reason, Integer otpTriesLeft) {
    return new Result(
        DECLINED,
        state,
        call.attemptRef(),
        call.callRef(),
        call.amount(),
        "VND",
        null,
        reason,
        null,
        null,
        null,
        otpTriesLeft);
  }

  Result withAmount(long other) {
    return new Result(
        result,
        state,
        attemptRef,
        callRef,
        other,
        currency,
        bankRef,
        reason,
        last4,
        cardToken,
        otp,
        otpTriesLeft);
  }

  /** A decline where the ledger has an approval. */
  Result contradicted() {
    return new Result(
        DECLINED,
        State.DECLINED,
        attemptRef,
        callRef,
        amount,
        currency,
        null,
        reason == null ? Reason.BANK_DECLINED : reason,
        null,
        null,
        null,
        null);
  }

  /** Where a code went and how long it is valid from now. */
  record OtpSent(String sentTo, long validSeconds, int triesLeft) {}
}
