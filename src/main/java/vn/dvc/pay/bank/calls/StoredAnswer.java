package vn.dvc.pay.bank.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.TransactionState;

/**
 * A bank's answer as stored with its call, complete enough to be returned again.
 *
 * @param reason the contract's reason for a decline, or the cause of an unknown outcome
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredAnswer(
    CallState verdict,
    TransactionState state,
    String reason,
    String bankRef,
    String last4,
    String cardToken,
    String ownerName,
    String ownerIdentity,
    String otpSentTo,
    Long otpValidSeconds,
    Integer otpTriesLeft) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredAnswer of(BankAnswer answer) {
    if (answer instanceof BankAnswer.Approved approved) {
      var card = approved.card();
      var otp = approved.otp();
      var owner = approved.owner();
      return new StoredAnswer(
          CallState.APPROVED,
          approved.state(),
          approved.reason(),
          approved.bankReference(),
          card == null ? null : card.last4(),
          card == null ? null : card.token(),
          owner == null ? null : owner.name(),
          owner == null ? null : owner.identityNumber(),
          otp == null ? null : otp.sentTo(),
          otp == null ? null : otp.valid().toSeconds(),
          otp == null ? null : otp.triesLeft());
    }
    if (answer instanceof BankAnswer.Declined declined) {
      var triesLeft = declined.otpTriesLeft().orElse(null);
      return new StoredAnswer(
          CallState.DECLINED,
          declined.state(),
          declined.reason(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          triesLeft);
    }
    return answer instanceof BankAnswer.NotSent notSent
        ? without(CallState.NOT_SENT, notSent.cause())
        : without(CallState.UNKNOWN, ((BankAnswer.Unknown) answer).cause());
  }

  /** The same facts with another verdict: records an inquiry's finding on the call it closes. */
  StoredAnswer as(CallState other) {
    return new StoredAnswer(
        other,
        state,
        reason,
        bankRef,
        last4,
        cardToken,
        ownerName,
        ownerIdentity,
        otpSentTo,
        otpValidSeconds,
        otpTriesLeft);
  }

  static StoredAnswer parse(String json) {
    try {
      return JSON.readValue(json, StoredAnswer.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A stored answer cannot be read", broken);
    }
  }

  /** Verdict, state and reason: the part that may be shown to people. */
  String summary() {
    return Stream.of(verdict, state, reason)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  BankAnswer answer() {
    return switch (verdict) {
      case APPROVED -> new BankAnswer.Approved(state, bankRef, card(), otp(), owner(), reason);
      case DECLINED -> new BankAnswer.Declined(reason, state, Optional.ofNullable(otpTriesLeft));
      case NOT_SENT -> new BankAnswer.NotSent(reason);
      case CREATED, SENDING, UNKNOWN -> new BankAnswer.Unknown(reason);
    };
  }

  static StoredAnswer of(TransactionState finding) {
    return new StoredAnswer(
        CallState.APPROVED, finding, null, null, null, null, null, null, null, null, null);
  }

  private static StoredAnswer without(CallState verdict, String cause) {
    return new StoredAnswer(verdict, null, cause, null, null, null, null, null, null, null, null);
  }

  private BankAnswer.Card card() {
    return last4 == null && cardToken == null ? null : new BankAnswer.Card(last4, cardToken);
  }

  private BankAnswer.Owner owner() {
    return ownerName == null ? null : new BankAnswer.Owner(ownerName, ownerIdentity);
  }

  private BankAnswer.OtpSent otp() {
    return otpSentTo == null
        ? null
        : new BankAnswer.OtpSent(otpSentTo, Duration.ofSeconds(otpValidSeconds), otpTriesLeft);
  }
}
