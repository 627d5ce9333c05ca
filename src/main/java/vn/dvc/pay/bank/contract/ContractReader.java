package vn.dvc.pay.bank.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Json;

/** Reads one answer of the contract bank-v1 strictly: what is missing or odd is refused. */
final class ContractReader {
  private static final Set<TransactionState> WITHOUT_AMOUNT =
      EnumSet.of(
          TransactionState.NOT_FOUND, TransactionState.TOMBSTONED, TransactionState.DECLINED);

  private static final Pattern MANDATE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final JsonNode root;

  private ContractReader(JsonNode root) {
    this.root = root;
  }

  static ContractReader of(byte[] body) throws BankFailure {
    return new ContractReader(Json.object(body).orElseThrow(() -> new BankFailure("malformed")));
  }

  BankAnswer result(BankRequest request) throws BankFailure {
    require(CallRef.parse(text("callRef")).equals(Optional.of(request.call())), "other-call");
    matches(request);
    var state = state();
    return switch (text("result")) {
      case "APPROVED" -> {
        require(request.operation().canBeApprovedIn(state), "contradictory");
        yield approved(request.operation(), state);
      }
      case "DECLINED" -> {
        require(request.operation().canBeDeclinedIn(state), "contradictory");
        yield new BankAnswer.Declined(text("reason"), state, number("otpTriesLeft"));
      }
      default -> throw new BankFailure("malformed");
    };
  }

  BankAnswer transaction(BankRequest request) throws BankFailure {
    var state = state();
    if (WITHOUT_AMOUNT.contains(state) && !root.has("amount") && !root.has("currency")) {
      matchesAttempt(request);
    } else {
      matches(request);
    }
    return approved(Operation.INQUIRY, state);
  }

  private void matches(BankRequest request) throws BankFailure {
    matchesAttempt(request);
    if (request.amount() == null) {
      require(!root.hasNonNull("amount"), "other-amount");
      return;
    }
    var amount = root.path("amount");
    require(amount.isIntegralNumber() && amount.canConvertToLong(), "malformed");
    require(amount.longValue() == request.amount().dong(), "other-amount");
    require("VND".equals(text("currency")), "other-currency");
  }

  private void matchesAttempt(BankRequest request) throws BankFailure {
    var told = AttemptRef.parse(text("attemptRef"));
    require(told.equals(Optional.of(request.attempt())), "other-attempt");
  }

  private BankAnswer approved(Operation operation, TransactionState state) throws BankFailure {
    var last4 = optional("last4");
    require(last4 == null || last4.matches("[0-9]{4}"), "malformed");
    var token = optional("cardToken");
    var card = last4 == null && token == null ? null : new BankAnswer.Card(last4, token);
    var bankRef = optional("bankRef");
    require(bankRef == null || bankRef.length() <= 64, "malformed");
    // By this name it is debited and ended, as a part of a path.
    require(
        operation != Operation.MANDATE || bankRef != null && MANDATE.matcher(bankRef).matches(),
        "malformed");
    var owner = owner();
    require(operation != Operation.ENQUIRY || owner != null, "malformed");
    return new BankAnswer.Approved(state, bankRef, card, otp(), owner, optional("reason"));
  }

  private BankAnswer.@Nullable Owner owner() throws BankFailure {
    var owner = root.path("owner");
    if (!owner.isObject()) {
      require(owner.isMissingNode() || owner.isNull(), "malformed");
      return null;
    }
    var inner = new ContractReader(owner);
    return new BankAnswer.Owner(inner.text("name", 200), inner.text("identityNumber", 20));
  }

  private BankAnswer.@Nullable OtpSent otp() throws BankFailure {
    var otp = root.path("otp");
    if (!otp.isObject()) {
      require(otp.isMissingNode() || otp.isNull(), "malformed");
      return null;
    }
    var inner = new ContractReader(otp);
    var valid = inner.number("validSeconds");
    var tries = inner.number("triesLeft");
    require(valid.isPresent() && tries.isPresent(), "malformed");
    return new BankAnswer.OtpSent(
        inner.text("sentTo"), Duration.ofSeconds(valid.get()), tries.get());
  }

  private TransactionState state() throws BankFailure {
    try {
      return TransactionState.valueOf(text("state"));
    } catch (IllegalArgumentException unheardOf) {
      throw new BankFailure("malformed");
    }
  }

  private String text(String name) throws BankFailure {
    return text(name, 128);
  }

  private @Nullable String text(String name, int longest) throws BankFailure {
    var text = optional(name, longest);
    require(text != null && !text.isBlank(), "malformed");
    return text;
  }

  private @Nullable String optional(String name) throws BankFailure {
    return optional(name, 128);
  }

  private @Nullable String optional(String name, int longest) throws BankFailure {
    var node = root.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    require(node.isTextual() && node.textValue().length() <= longest, "malformed");
    return node.textValue();
  }

  private Optional<Integer> number(String name) throws BankFailure {
    var node = root.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    require(node.isIntegralNumber() && node.canConvertToInt(), "malformed");
    return Optional.of(node.intValue());
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }
}
