package vn.dvc.bench.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where payments are, in memory; and tells the portal once one is paid, after the commit. */
@Component
public class Progress {
  private final Map<String, Instant> waitingForOtp = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json;
  private final PlainSettings settings;

  Progress(ObjectMapper json, PlainSettings settings) {
    this.json = json;
    this.settings = settings;
  }

  void waitsForOtp(String payment) {
    var now = Instant.now();
    afterCommit(() -> waitingForOtp.put(payment, now));
  }

  /** Since when the OTP may be entered; null if not yet. */
  Instant waitingForOtpSince(String payment) {
    return waitingForOtp.get(payment);
  }

  void isPaid(String payment) {
    var now = Instant.now();
    waitingForOtp.remove(payment);
    afterCommit(() -> tellPortal(payment, now));
  }

  private void tellPortal(String payment, Instant at) {
    try {
      var event =
          Map.of(
              "type", "payment.finished",
              "at", at.toString(),
              "data", Map.of("payment", payment, "status", "paid"));
      var request =
          HttpRequest.newBuilder(settings.portal())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json.writeValueAsString(event)))
              .build();
      http.sendAsync(request, BodyHandlers.discarding());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void afterCommit(Runnable deed) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            deed.run();
          }
        });
  }
}
