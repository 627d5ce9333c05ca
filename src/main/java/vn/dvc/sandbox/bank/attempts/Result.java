package vn.dvc.sandbox.bank.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.Reason;
import vn.dvc.sandbox.bank.State;

/** The business answer to a call, as the contract draws it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
    String result,
    State state,
    UUID attemptRef,
    UUID callRef,
    Long amount,
    String currency,
    String bankRef,
    Owner owner,
    Reason reason,
    String last4,
    String cardToken,
    OtpSent otp,
    Integer otpTriesLeft) {

  private static final String APPROVED = "APPROVED";
  private static final String DECLINED = "DECLINED";

  public static Result approved(Call call, Attempt now, OtpSent otp) {
    CardAttempt card = now instanceof CardAttempt it ? it : null;
    return new Result(
        APPROVED,
        now.state(),
        call.attemptRef(),
        call.callRef(),
        now.amount(),
        currency(now.amount()),
        now.bankRef(),
        null,
        null,
        card == null ? null : card.last4(),
        card == null ? null : card.cardToken(),
        otp,
        null);
  }

  /** Whose account it is; no attempt comes of the question. */
  public static Result owned(Call call, Owner owner) {
    return new Result(
        APPROVED,
        State.NOT_FOUND,
        call.attemptRef(),
        call.callRef(),
        null,
        null,
        null,
        owner,
        null,
        null,
        null,
        null,
        null);
  }

  public static Result declined(Call call, State state, Reason reason, Integer otpTriesLeft) {
    return new Result(
        DECLINED,
        state,
        call.attemptRef(),
        call.callRef(),
        call.amount(),
        currency(call.amount()),
        null,
        null,
        reason,
        null,
        null,
        null,
        otpTriesLeft);
  }

  /** The same with another amount; with one at all, where no money moves. */
  public Result withWrongAmount() {
    long wrong = (amount == null ? 0 : amount) + 1_000;
    return new Result(
        result,
        state,
        attemptRef,
        callRef,
        wrong,
        "VND",
        bankRef,
        owner,
        reason,
        last4,
        cardToken,
        otp,
        otpTriesLeft);
  }

  /** A decline where the ledger has an approval. */
  public Result contradicted() {
    return new Result(
        DECLINED,
        state == State.NOT_FOUND ? State.NOT_FOUND : State.DECLINED,
        attemptRef,
        callRef,
        amount,
        currency,
        null,
        null,
        reason == null ? Reason.BANK_DECLINED : reason,
        null,
        null,
        null,
        null);
  }

  private static String currency(Long amount) {
    return amount == null ? null : "VND";
  }

  /** Where a code went and how long it is valid from now. */
  public record OtpSent(String sentTo, long validSeconds, int triesLeft) {}

  /** Who owns an account, as the bank knows him. */
  public record Owner(String name, String identityNumber) {}
}
