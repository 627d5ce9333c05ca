package vn.dvc.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.ConcurrentHistogram;
import vn.dvc.bench.world.Store;
import vn.dvc.bench.world.Way;
import vn.dvc.bench.world.World;
import vn.dvc.bench.world.Worlds;
import vn.dvc.scenario.Portal;

/**
 * What a payer's pages weigh on their way, and how long the server takes for them at twenty a
 * second. The application, the bank, the database and the asking phone, which is this program, are
 * processes of their own. Prints; asserts nothing. {@code mvn -Pbench verify}.
 */
public final class PagesBench {
  private static final int PER_SECOND = Integer.getInteger("bench.pages.rate", 20);
  private static final int SECONDS =
      Integer.getInteger("bench.pages.seconds", Boolean.getBoolean("bench.short") ? 20 : 60);
  private static final int WARM_UP = Integer.getInteger("bench.pages.warm", 1_000);
  private static final int WARM_UP_AT_ONCE = 4;
  private static final int DOSSIERS = 30;

  private final World world;
  private final PayersPhone phone;
  private final AccessTimes server;

  private PagesBench(World world, PayersPhone phone, AccessTimes server) {
    this.world = world;
    this.phone = phone;
    this.server = server;
  }

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.ofProperties();
    var folder = Path.of(arguments[0]);
    var server = new AccessTimes(folder);
    var options = new ArrayList<>(settings.options());
    options.addAll(server.options());
    try (var worlds = new Worlds(folder, options);
        var world = worlds.start(Way.OURS, Store.POSTGRES, settings.java().get(0))) {
      var portal = new Portal(world.address());
      for (var i = 0; i < DOSSIERS; i++) {
        portal.dossierOwing(120_000);
      }
      var phone = new PayersPhone(world.address());
      phone.signIn("nguyen-van-a");
      new PagesBench(world, phone, server).run(pages(portal, settings.only()));
    }
    System.exit(0);
  }

  private static Map<String, String> pages(Portal portal, Pattern only) {
    var card = "/payments/" + started(portal, "CARD");
    var pages = new LinkedHashMap<String, String>();
    pages.put("dossiers", "/dossiers");
    pages.put("payment, choice of bank", card);
    pages.put("payment, card form", card + "?bank=970415");
    pages.put("payment, instruction with QR", "/payments/" + started(portal, "COUNTER"));
    pages.put("where is my payment", card + "/progress");
    pages.keySet().removeIf(name -> !only.matcher(name).find());
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
        "%nAt %d a second for %d s after %d of each page thrown away. Server: from the request's first byte to the"
            + " answer's last%nbyte handed to the socket. Client: from the intended arrival to the last byte read."
            + " CPU: of the threads that answer, and of the%nwhole application, which"
            + " also compiles and collects garbage.%n"
            + "%-28s %8s %8s | %21s | %21s | %6s %6s %6s %8s%n"
            + "%-28s %8s %8s | %6s %6s %7s | %6s %6s %7s | %6s %6s %6s %8s%n",
        PER_SECOND,
        SECONDS,
        WARM_UP,
        "",
        "KB first",
        "again",
        "server ms",
        "client ms",
        "",
        "CPU ms",
        "all",
        "",
        "page",
        "",
        "",
        "p50",
        "p95",
        "p99",
        "p50",
        "p95",
        "p99",
        "failed",
        "",
        "",
        "heap KB");
    for (var page : pages.entrySet()) {
      measure(page.getKey(), page.getValue());
    }
  }

  private void measure(String name, String page) throws Exception {
    var all = PER_SECOND * SECONDS;
    var path = page.replaceFirst("\\?.*", "");
    var weight = phone.weigh(page);
    var before = server.answered(path);
    var measured = world.meter().measure(() -> ask(page));
    var client = measured.result();
    System.out.printf(
        "%-28s %8.1f %8.1f | %s | %s | %6d %6.2f %6.2f %8.0f%n",
        name,
        weight.first() / 1024.0,
        weight.again() / 1024.0,
        percentiles(server.after(before, (int) client.getTotalCount(), path)),
        percentiles(client),
        all - client.getTotalCount(),
        measured.used().requestNanos() / 1e6 / all,
        (double) measured.used().application() / all,
        measured.used().allocatedBytes() / 1024.0 / all);
  }

  private static String percentiles(AbstractHistogram micros) {
    return "%6.1f %6.1f %7.1f"
        .formatted(
            micros.getValueAtPercentile(50) / 1e3,
            micros.getValueAtPercentile(95) / 1e3,
            micros.getValueAtPercentile(99) / 1e3);
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
  private ConcurrentHistogram ask(String page) {
    var micros = new ConcurrentHistogram(3);
    var pause = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    var asked = new CompletableFuture<?>[PER_SECOND * SECONDS];
    var begin = System.nanoTime();
    for (var i = 0; i < asked.length; i++) {
      var due = begin + i * pause;
      LockSupport.parkNanos(due - System.nanoTime());
      asked[i] =
          phone
              .open(page)
              .thenAccept(
                  answer -> micros.recordValue(Math.max(0, (System.nanoTime() - due) / 1_000)))
              .exceptionally(failed -> null);
    }
    CompletableFuture.allOf(asked).join();
    return micros;
  }
}
