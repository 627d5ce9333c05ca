package vn.dvc.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.client.Outcome;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.world.World;
import vn.dvc.bench.world.Worlds;

/**
 * Whether two nodes get slower or larger under steady load: {@code bench.minutes} at 70 % of what
 * they carry with 16 payers in flight. Prints a line for each quarter of the time; asserts nothing.
 * {@code mvn -Pbench verify}.
 */
public final class SoakBench {
  private static final int MINUTES = Integer.getInteger("bench.minutes", 120);
  private static final double SHARE = 0.7;
  private static final List<String> BANKS = List.of("970415", "970436", "970431");
  private static final List<String> RUNNING =
      List.of("act_ru_execution", "act_ru_ext_task", "act_ru_job", "act_ru_variable");

  private final World world;

  private SoakBench(World world) {
    this.world = world;
  }

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.ofProperties();
    System.out.println(
        "                payments/s | told p50  p95  p99 ms | ms of both nodes, PostgreSQL, sandbox,"
            + " client | heap after collection MB | rows of "
            + String.join(" ", RUNNING)
            + " | failed");
    try (var worlds = new Worlds(Path.of(arguments[0]), settings.options());
        var world = worlds.nodes(settings.java().get(0), 2, List.of())) {
      var soak = new SoakBench(world);
      world.client().run(atOnce(settings.warm()));
      var top = soak.run("16 in flight", atOnce(settings.payments())).perSecond();
      var rate = SHARE * top;
      var payments = (int) (MINUTES * 60 * rate / 4);
      for (var quarter = 1; quarter <= 4; quarter++) {
        soak.run("quarter " + quarter, new Job(Job.Method.CARD, payments, 0, rate, BANKS, ""));
      }
      soak.run("16 in flight", atOnce(settings.payments()));
    }
    System.exit(0);
  }

  private static Job atOnce(int payments) {
    return new Job(Job.Method.CARD, payments, 16, 0, BANKS, "");
  }

  private Outcome run(String title, Job job) {
    var measured = world.meter().measure(() -> world.client().run(job));
    var outcome = measured.result();
    var used = measured.used();
    var told = outcome.stages().get(Stage.TOLD);
    System.out.printf(
        "%-14s | %.2f | %.0f %.0f %.0f | %.1f %.1f %.1f %.1f | %s | %s | %d %s%n",
        title,
        outcome.perSecond(),
        told.p50(),
        told.p95(),
        told.p99(),
        (double) used.application() / job.payments(),
        (double) used.database() / job.payments(),
        (double) used.sandbox() / job.payments(),
        (double) used.client() / job.payments(),
        world.jvms().stream()
            .map(jvm -> "%.1f".formatted(jvm.heapAfterCollection() / 1048576.0))
            .collect(Collectors.joining(" ")),
        RUNNING.stream().map(this::rows).map(String::valueOf).collect(Collectors.joining(" ")),
        outcome.failed(),
        outcome.failure());
    return outcome;
  }

  private long rows(String table) {
    return world.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
