package vn.dvc.pay.bank.calls;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Card;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.BankAnswer.OtpSent;
import vn.dvc.pay.bank.BankAnswer.Owner;
import vn.dvc.pay.bank.BankAnswer.Unknown;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.values.Json;

/** The column {@code bank_call.answer}: an answer as JSON, complete enough to be given again. */
final class AnswerColumn {
  private AnswerColumn() {}

  static String write(BankAnswer answer) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("verdict", answer.verdict());
    put(fields, "state", answer.state() == null ? null : answer.state().name());
    put(fields, "reason", answer.reason());
    if (answer instanceof Approved approved) {
      write(fields, approved);
    } else if (answer instanceof Declined declined) {
      declined.otpTriesLeft().ifPresent(tries -> fields.put("otpTriesLeft", tries));
    }
    return fields.toString();
  }

  private static void write(ObjectNode fields, Approved approved) {
    put(fields, "bankRef", approved.bankReference());
    if (approved.card() != null) {
      put(fields, "last4", approved.card().last4());
      put(fields, "cardToken", approved.card().token());
    }
    if (approved.owner() != null) {
      put(fields, "ownerName", approved.owner().name());
      put(fields, "ownerIdentity", approved.owner().identityNumber());
    }
    if (approved.otp() != null) {
      put(fields, "otpSentTo", approved.otp().sentTo());
      fields.put("otpValidSeconds", approved.otp().valid().toSeconds());
      fields.put("otpTriesLeft", approved.otp().triesLeft());
    }
  }

  private static void put(ObjectNode fields, String name, String text) {
    if (text != null) {
      fields.put(name, text);
    }
  }

  static BankAnswer read(String stored) {
    var fields = Json.read(stored, new TypeReference<JsonNode>() {});
    var state = state(fields);
    var reason = text(fields, "reason");
    return switch (CallState.valueOf(text(fields, "verdict"))) {
      case APPROVED ->
          new Approved(
              state, text(fields, "bankRef"), card(fields), otp(fields), owner(fields), reason);
      case DECLINED -> new Declined(reason, state, triesLeft(fields));
      case NOT_SENT -> new NotSent(reason, state);
      case CREATED, SENDING, UNKNOWN -> new Unknown(reason);
    };
  }

  private static TransactionState state(JsonNode fields) {
    var state = text(fields, "state");
    return state == null ? null : TransactionState.valueOf(state);
  }

  private static Card card(JsonNode fields) {
    var last4 = text(fields, "last4");
    var token = text(fields, "cardToken");
    return last4 == null && token == null ? null : new Card(last4, token);
  }

  private static Owner owner(JsonNode fields) {
    var name = text(fields, "ownerName");
    return name == null ? null : new Owner(name, text(fields, "ownerIdentity"));
  }

  private static OtpSent otp(JsonNode fields) {
    var sentTo = text(fields, "otpSentTo");
    return sentTo == null
        ? null
        : new OtpSent(
            sentTo,
            Duration.ofSeconds(fields.path("otpValidSeconds").asLong()),
            fields.path("otpTriesLeft").asInt());
  }

  private static Optional<Integer> triesLeft(JsonNode fields) {
    return fields.has("otpTriesLeft")
        ? Optional.of(fields.path("otpTriesLeft").asInt())
        : Optional.empty();
  }

  private static String text(JsonNode fields, String name) {
    return fields.path(name).textValue();
  }
}
