package vn.dvc.pay.bank.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Json;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/** Reads one message of a bank strictly, by the contract bank-v1. */
final class MessageReader {
  /** The maximum size of a stored message, ample for its content. */
  private static final int MAX_LENGTH = 8000;

  private static final long MAX_AMOUNT = 999_999_999_999_999L;
  private static final Pattern NAME = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Set<String> EVENTS = Set.of("TRANSACTION_CHANGED", "MANDATE_ENDED");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final JsonNode root;

  private MessageReader(JsonNode root) {
    this.root = root;
  }

  /** The message as text, exactly as stored. */
  static String text(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.length() <= MAX_LENGTH && text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException notUtf8) {
      // Reported below.
    }
    throw malformed("body");
  }

  static InboundBankMessage read(BankMessages.Kind kind, String bank, String body) {
    var reader = new MessageReader(Json.object(body).orElseThrow(() -> malformed("body")));
    var reference = reader.name("reference");
    try {
      return switch (kind) {
        case COLLECTION -> reader.collection(reference, bank);
        case NOTICE -> reader.notice(reference);
      };
    } catch (Problem refused) {
      throw refused.with("reference", reference);
    }
  }

  private InboundBankMessage collection(String reference, String bank) {
    var amount = amount();
    require("VND".equals(text("currency")), "currency");
    var number = text("account");
    require(AccountNumber.isValid(number), "account");
    var text = text("text");
    require(text.length() <= 200, "text");
    // Banks insert line breaks, which are not worth keeping.
    var line = CONTROL.matcher(text).replaceAll(" ");
    return new InboundBankMessage.Collection(
        reference, new AccountNumber(bank, number), amount, line, time("collectedAt"));
  }

  private InboundBankMessage notice(String reference) {
    var event = text("event");
    require(EVENTS.contains(event), "event");
    return new InboundBankMessage.Notice(reference, name("subject"), event, time("at"));
  }

  private Money amount() {
    var amount = root.path("amount");
    if (!amount.isIntegralNumber()
        || !amount.canConvertToLong()
        || amount.longValue() < 1
        || amount.longValue() > MAX_AMOUNT) {
      throw Problem.invalid("amount-invalid");
    }
    return Money.dong(amount.longValue());
  }

  private String name(String field) {
    var name = text(field);
    require(NAME.matcher(name).matches(), field);
    return name;
  }

  private Instant time(String field) {
    try {
      var time = OffsetDateTime.parse(text(field)).toInstant();
      require(time.isAfter(EARLIEST) && time.isBefore(LATEST), field);
      return time;
    } catch (DateTimeException notTime) {
      throw malformed(field);
    }
  }

  private String text(String field) {
    var node = root.path(field);
    require(node.isTextual(), field);
    return node.textValue();
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw malformed(field);
    }
  }

  private static Problem malformed(String field) {
    return Problem.invalid("message-malformed").with("field", field);
  }
}
