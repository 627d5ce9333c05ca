package vn.dvc.scenario;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the benchmark needs of the scenario: a sandbox in a process of its own, and one payment. */
public final class BenchWorld implements AutoCloseable {
  private final RunningPrograms programs = new RunningPrograms();
  private final Portal portal = new Portal(programs.appUrl);
  private final Json sandbox = Json.at(programs.sandboxUrl + "/sandbox");

  private BenchWorld() {
    programs.startSandbox();
  }

  public static BenchWorld start() {
    return new BenchWorld();
  }

  public int appPort() {
    return programs.appPort;
  }

  public String sandboxUrl() {
    return programs.sandboxUrl;
  }

  /** Pays one new dossier and returns the milliseconds from the OTP's submission to "paid". */
  public double payOne(JdbcClient database) {
    var payment = portal.payByCard(portal.dossierOwing(50_000));
    portal.enterCard(payment, Seal.Card.vietinbank("9704150000000011"));
    await(database, payment, "WAITING_FOR_OTP");
    var attempt =
        database
            .sql("select attempt_ref from payment where id = ?")
            .param(payment)
            .query(UUID.class)
            .single()
            .toString();
    var otp = otp(attempt);
    long start = System.nanoTime();
    portal.enterOtp(payment, "970415", otp);
    await(database, payment, "PAID");
    return (System.nanoTime() - start) / 1e6;
  }

  private String otp(String attempt) {
    for (var sms : sandbox.get("/sms").body()) {
      if (sms.path("attemptRef").asText().equals(attempt)) {
        return sms.path("otp").asText();
      }
    }
    throw new IllegalStateException("No SMS");
  }

  /** Polls often and without being counted, so that the latency is the payment's own. */
  private static void await(JdbcClient database, String payment, String status) {
    Awaitility.await(status)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(database, payment).equals(status));
  }

  private static String statusOf(JdbcClient database, String payment) {
    return database
        .sql("select status from payment where id = ?")
        .param(payment)
        .query(String.class)
        .single();
  }

  @Override
  public void close() {
    programs.close();
  }
}
