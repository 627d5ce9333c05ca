package vn.dvc.sandbox.bank.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.moods.SandboxFaults;
import vn.dvc.sandbox.bank.state.BankNotification;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.state.NotificationProgress.Fate;
import vn.dvc.sandbox.signing.KeyRing;

/** Sends a notification to DVC Pay once, with a new signature each time. */
@Component
class NotificationSender {

  /** Refusals that may not recur on a later try. */
  private static final Set<Integer> PASSING = Set.of(401, 408, 429);

  private final String messagesUrl;
  private final KeyRing keys;
  private final SandboxFaults faults;
  private final SslBundles bundles;
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

  NotificationSender(
      SandboxSettings settings, KeyRing keys, SandboxFaults faults, SslBundles bundles) {
    this.faults = faults;
    this.messagesUrl = settings.messagesUrl();
    this.keys = keys;
    this.bundles = bundles;
  }

  JournalEntry.Carried bring(BankNotification notification) throws InterruptedException {
    try {
      var http = clients.computeIfAbsent(notification.bank(), this::client);
      int status = http.send(request(notification), BodyHandlers.discarding()).statusCode();
      return new JournalEntry.Carried(notification.id(), Instant.now(), status, fate(status));
    } catch (IOException e) {
      // DVC Pay is down, or its response was lost. Either way nothing is known, so it is sent
      // again.
      return new JournalEntry.Carried(notification.id(), Instant.now(), null, Fate.WAITING);
    }
  }

  /** With the bank's certificate, where it has one. */
  private HttpClient client(String bank) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2));
    var bundle = "bank-" + bank;
    if (bundles.getBundleNames().contains(bundle)) {
      client.sslContext(bundles.getBundle(bundle).createSslContext());
    }
    return client.build();
  }

  private HttpRequest request(BankNotification notification) {
    byte[] body = notification.body().getBytes(StandardCharsets.UTF_8);
    String call = notification.id().toString();
    String time =
        faults.habitsOf(notification.bank()).now().truncatedTo(ChronoUnit.MILLIS).toString();
    String nonce = UUID.randomUUID().toString();
    return HttpRequest.newBuilder(URI.create(messagesUrl + notification.path()))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/json")
        .header("Dvc-Bank", notification.bank())
        .header("Dvc-Call", call)
        .header("Dvc-Time", time)
        .header("Dvc-Nonce", nonce)
        .header(
            "Dvc-Signature",
            keys.of(notification.bank())
                .signRequest("POST", notification.path(), body, call, time, nonce))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Fate fate(int status) {
    if (status == 202) {
      return Fate.TAKEN;
    }
    return status >= 400 && status < 500 && !PASSING.contains(status) ? Fate.REFUSED : Fate.WAITING;
  }
}
