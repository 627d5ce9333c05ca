package vn.dvc.sandbox.bank.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.books.Collected;
import vn.dvc.sandbox.bank.books.Letter;

/** Writes what banks tell DVC Pay, as the contract draws it. */
@Component
public class Letters {

  private final ObjectMapper json;

  Letters(ObjectMapper json) {
    this.json = json;
  }

  public Letter collected(Collected money) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reference", money.reference());
    body.put("account", money.account());
    body.put("amount", money.amount());
    body.put("currency", "VND");
    body.put("text", money.text());
    body.put("collectedAt", money.collectedAt().toString());
    return letter(money.bank(), money.reference(), Letter.COLLECTIONS, body);
  }

  public Letter mandateEnded(String bank, String mandate) {
    return notice(bank, mandate, "MANDATE_ENDED");
  }

  public Letter transactionChanged(String bank, String attemptRef) {
    return notice(bank, attemptRef, "TRANSACTION_CHANGED");
  }

  private Letter notice(String bank, String subject, String event) {
    String reference = "TB" + fresh();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reference", reference);
    body.put("subject", subject);
    body.put("event", event);
    body.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    return letter(bank, reference, Letter.NOTICES, body);
  }

  private Letter letter(String bank, String reference, String path, Map<String, Object> body) {
    try {
      return new Letter(UUID.randomUUID(), bank, reference, path, json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What makes a new reference unlike any other. */
  public static String fresh() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
