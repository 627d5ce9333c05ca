package vn.dvc.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Payers who read and portals that start payments, through the proxy, until it is closed. A reader
 * asks once and never again: each answer but 200 is a failure, and so is a page to sign in. A
 * portal sends what failed once more with the same key, as its contract allows; how often it had to
 * is counted, and what fails again is a failure.
 */
final class Load implements AutoCloseable {
  private static final int READERS = 4;
  private static final int PORTALS = 2;
  private static final int PAUSE_MILLIS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String payers;
  private final String portal;
  private final String cookie;
  private final HttpClient http;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(READERS + PORTALS);
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private volatile String token = "";

  /**
   * @param cookie of a payer who has signed in
   */
  Load(String payers, String portal, String cookie, Path authority) throws Exception {
    this.payers = payers;
    this.portal = portal;
    this.cookie = cookie;
    http =
        HttpClient.newBuilder()
            .sslContext(trusting(authority))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    renewToken();
    for (int i = 0; i < READERS; i++) {
      repeat(this::read);
    }
    for (int i = 0; i < PORTALS; i++) {
      repeat(this::start);
    }
    threads.scheduleWithFixedDelay(this::renewToken, 60, 60, TimeUnit.SECONDS);
  }

  private void repeat(Runnable what) {
    threads.scheduleWithFixedDelay(what, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What was sent and what failed, after nothing is under way any more. */
  List<String> failures() {
    close();
    return failures;
  }

  String seen() {
    return String.format(
        Locale.ROOT,
        "%d pages read, %d payments started (%d of them sent again), %d failures",
        reads.get(),
        starts.get(),
        again.get(),
        failures.size());
  }

  private void read() {
    var path = reads.incrementAndGet() % 2 == 0 ? "/payments" : "/dossiers";
    try {
      var answer =
          http.send(
              request(payers + path).header("Cookie", "DVCSESSION=" + cookie).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        failures.add("GET " + path + ": " + answer.statusCode());
      }
    } catch (IOException | RuntimeException failed) {
      failures.add("GET " + path + ": " + failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() {
    var number = String.format(Locale.ROOT, "%04d", 1000 + starts.incrementAndGet());
    var dossier = "000.00.00.H47-261129-" + number;
    try {
      twice(() -> api("PUT", "/dossiers/" + dossier, "none", DOSSIER));
      var key = UUID.randomUUID().toString();
      var body =
          """
          {"dossiers":["%s"],"method":"COUNTER","payer":{"kind":"INDIVIDUAL","id":"049012345678",\
          "name":"Nguyễn Văn A"}}"""
              .formatted(dossier);
      twice(() -> api("POST", "/payments", key, body));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static final String DOSSIER =
      """
      {"procedure":"Đăng ký biến động","authority":"Văn phòng Đăng ký đất đai",
      "payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
      "dueDate":"2027-12-31","fees":[{"code":"LP01","name":"Lệ phí","amount":20000,
      "beneficiary":{"bank":"970415","account":"113366668888","name":"Kho bạc Nhà nước tỉnh"}}]}""";

  private interface Call {
    String failure() throws InterruptedException;
  }

  private void twice(Call call) throws InterruptedException {
    if (call.failure().isEmpty()) {
      return;
    }
    again.incrementAndGet();
    var failure = call.failure();
    if (!failure.isEmpty()) {
      failures.add(failure);
    }
  }

  /** Empty if it was done. */
  private String api(String method, String path, String key, String body)
      throws InterruptedException {
    try {
      var answer =
          http.send(
              request(payers + "/api/v1" + path)
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", key)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode() / 100 == 2
          ? ""
          : method + " " + path + ": " + answer.statusCode() + " " + answer.body();
    } catch (IOException failed) {
      return method + " " + path + ": " + failed;
    }
  }

  private void renewToken() {
    try {
      var basic = Base64.getEncoder().encodeToString("portal:portal".getBytes());
      HttpResponse<String> answer =
          http.send(
              request(portal + "/oauth2/token")
                  .header("Authorization", "Basic " + basic)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString("grant_type=client_credentials&scope=dvc-pay.portal"))
                  .build(),
              BodyHandlers.ofString());
      token = JSON.readTree(answer.body()).path("access_token").asText();
    } catch (IOException failed) {
      failures.add("token: " + failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
  }

  private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var file = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(2, TimeUnit.MINUTES);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
