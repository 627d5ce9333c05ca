package vn.dvc.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.scenario.Portal;
import vn.dvc.scenario.ScenarioSandbox;

/**
 * What a payer's pages weigh on their way, and how long the server takes for them at twenty a
 * second. Prints; asserts nothing. {@code mvn -Pbench verify}.
 */
public final class PagesBench {
  private static final int PER_SECOND = Integer.getInteger("bench.pages.rate", 20);
  private static final int SECONDS = Integer.getInteger("bench.pages.seconds", 60);
  private static final int WARM_UP = Integer.getInteger("bench.pages.warm", 1_000);
  private static final int WARM_UP_AT_ONCE = 4;
  private static final int DOSSIERS = 30;

  private final PayersPhone phone;

  private PagesBench(PayersPhone phone) {
    this.phone = phone;
  }

  public static void main(String[] args) throws Exception {
    var sandbox = ScenarioSandbox.start();
    new SpringApplicationBuilder(PayApplication.class)
        .run(
            "--server.port=" + sandbox.appPort,
            "--dvc.public-url=" + sandbox.appUrl(),
            "--dvc.sandbox-url=" + sandbox.url(),
            "--spring.datasource.url=" + Postgres.freshUrl(),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--logging.level.root=warn");
    var portal = new Portal(sandbox.appUrl());
    for (var i = 0; i < DOSSIERS; i++) {
      portal.dossierOwing(120_000);
    }
    var phone = new PayersPhone(sandbox.appUrl());
    phone.signIn("nguyen-van-a");
    new PagesBench(phone).run(pages(portal));
    System.exit(0);
  }

  private static Map<String, String> pages(Portal portal) {
    var card = "/payments/" + started(portal, "CARD");
    var pages = new LinkedHashMap<String, String>();
    pages.put("dossiers", "/dossiers");
    pages.put("payment, choice of bank", card);
    pages.put("payment, card form", card + "?bank=970415");
    pages.put("payment, instruction with QR", "/payments/" + started(portal, "COUNTER"));
    pages.put("where is my payment", card + "/progress");
    return pages;
  }

  private static String started(Portal portal, String method) {
    return portal
        .tryToPay(
            Portal.NGUYEN_VAN_A, method, UUID.randomUUID().toString(), portal.dossierOwing(120_000))
        .body()
        .path("id")
        .asText();
  }

  private void run(Map<String, String> pages) throws Exception {
    for (var page : pages.values()) {
      warmUp(page);
    }
    System.out.printf(
        "%nAt %d a second for %d s after %d of each page thrown away; application, bank and phone in one JVM%n"
            + "%-30s %14s %10s %8s %8s %8s %8s %8s %8s%n",
        PER_SECOND,
        SECONDS,
        WARM_UP,
        "page",
        "first time KB",
        "again KB",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "failed",
        "CPU ms",
        "heap KB");
    for (var page : pages.entrySet()) {
      var weight = phone.weigh(page.getValue());
      var before = ServerWork.now();
      var times = ask(page.getValue());
      var work = ServerWork.now().since(before);
      System.out.printf(
          "%-30s %14.1f %10.1f %8.1f %8.1f %8.1f %8d %8.2f %8.0f%n",
          page.getKey(),
          weight.first() / 1024.0,
          weight.again() / 1024.0,
          times.getValueAtPercentile(50) / 1e3,
          times.getValueAtPercentile(95) / 1e3,
          times.getValueAtPercentile(99) / 1e3,
          PER_SECOND * SECONDS - times.getTotalCount(),
          work.cpuNanos() / 1e6 / (PER_SECOND * SECONDS),
          work.allocatedBytes() / 1024.0 / (PER_SECOND * SECONDS));
    }
  }

  /** As fast as the server answers, so that a slow first answer makes no queue of later ones. */
  private void warmUp(String page) throws Exception {
    for (var i = 0; i < WARM_UP; i += WARM_UP_AT_ONCE) {
      var asked = new CompletableFuture<?>[WARM_UP_AT_ONCE];
      Arrays.setAll(asked, each -> phone.open(page));
      CompletableFuture.allOf(asked).get();
    }
  }

  /**
   * Requests come when they come, however long earlier ones take; each counts from then. Those that
   * fail are left out.
   */
  private ConcurrentHistogram ask(String page) throws Exception {
    var micros = new ConcurrentHistogram(3);
    var pause = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    var asked = new CompletableFuture<?>[PER_SECOND * SECONDS];
    var begin = System.nanoTime();
    for (var i = 0; i < asked.length; i++) {
      var due = begin + i * pause;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      asked[i] =
          phone
              .open(page)
              .thenAccept(
                  answer -> micros.recordValue(Math.max(0, (System.nanoTime() - due) / 1_000)))
              .exceptionally(failed -> null);
    }
    CompletableFuture.allOf(asked).get();
    return micros;
  }
}
