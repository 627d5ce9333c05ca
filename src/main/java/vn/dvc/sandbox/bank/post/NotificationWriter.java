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
import vn.dvc.sandbox.bank.state.BankNotification;
import vn.dvc.sandbox.bank.state.Collected;

/** Writes the banks' notifications to DVC Pay, as the contract defines them. */
@Component
public class NotificationWriter {

  private final ObjectMapper json;

  NotificationWriter(ObjectMapper json) {
    this.json = json;
  }

  public BankNotification collected(Collected money) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reference", money.reference());
    body.put("account", money.account());
    body.put("amount", money.amount());
    body.put("currency", "VND");
    body.put("text", money.text());
    body.put("collectedAt", money.collectedAt().toString());
    return letter(money.bank(), money.reference(), BankNotification.COLLECTIONS, body);
  }

  public BankNotification mandateEnded(String bank, String mandate) {
    return notice(bank, mandate, "MANDATE_ENDED");
  }

  public BankNotification transactionChanged(String bank, String attemptRef) {
    return notice(bank, attemptRef, "TRANSACTION_CHANGED");
  }

  private BankNotification notice(String bank, String subject, String event) {
    String reference = "TB" + fresh();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reference", reference);
    body.put("subject", subject);
    body.put("event", event);
    body.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    return letter(bank, reference, BankNotification.NOTICES, body);
  }

  private BankNotification letter(
      String bank, String reference, String path, Map<String, Object> body) {
    try {
      return new BankNotification(
          UUID.randomUUID(), bank, reference, path, json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What makes a new reference unique. */
  public static String fresh() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
