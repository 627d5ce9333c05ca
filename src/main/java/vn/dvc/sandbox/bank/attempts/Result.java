package vn.dvc.sandbox.bank.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.DeclinedBecause;

/** The business answer to a call, as the contract defines it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
    String result,
    AttemptState state,
    UUID attemptRef,
    UUID callRef,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String bankRef,
    @Nullable Owner owner,
    @Nullable DeclinedBecause reason,
    @Nullable String last4,
    @Nullable String cardToken,
    @Nullable OtpSent otp,
    @Nullable Integer otpTriesLeft) {

  private static final String APPROVED = "APPROVED";
  private static final String DECLINED = "DECLINED";

  public static Result approved(Call call, SandboxAttempt now, OtpSent otp) {
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

  /** The account's owner; this question creates no attempt. */
  public static Result owned(Call call, Owner owner) {
    return new Result(
        APPROVED,
        AttemptState.NOT_FOUND,
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

  public static Result declined(
      Call call, AttemptState state, DeclinedBecause reason, Integer otpTriesLeft) {
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

  /** The same with another amount; if no money moves, an amount is added. */
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

  /** A decline although the ledger has an approval. */
  public Result contradicted() {
    return new Result(
        DECLINED,
        state == AttemptState.NOT_FOUND ? AttemptState.NOT_FOUND : AttemptState.DECLINED,
        attemptRef,
        callRef,
        amount,
        currency,
        null,
        null,
        reason == null ? DeclinedBecause.BANK_DECLINED : reason,
        null,
        null,
        null,
        null);
  }

  private static @Nullable String currency(Long amount) {
    return amount == null ? null : "VND";
  }

  /** Where a code was sent and how long it is valid from now. */
  public record OtpSent(String sentTo, long validSeconds, int triesLeft) {}

  /** The account's owner as the bank knows it. */
  public record Owner(String name, String identityNumber) {}
}
