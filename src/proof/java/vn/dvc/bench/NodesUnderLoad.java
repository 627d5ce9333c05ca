package vn.dvc.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.client.Outcome;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.world.BankMood;
import vn.dvc.bench.world.World;
import vn.dvc.bench.world.Worlds;

/**
 * Prints a line for each piece of load that nodes are put under, with what it cost all programs.
 */
final class NodesUnderLoad {
  private static final List<String> BANKS = List.of("970415", "970436", "970431");
  private static final List<String> RUNNING =
      List.of("act_ru_execution", "act_ru_ext_task", "act_ru_job", "act_ru_variable");

  private final World world;

  /** Starts two nodes, throws their first payments away, and stops them after the work. */
  static void two(String folder, Consumer<NodesUnderLoad> work) {
    var settings = Settings.ofProperties();
    try (var worlds = new Worlds(Path.of(folder), settings.options());
        var world = worlds.nodes(settings.java().get(0), 2, List.of())) {
      world.client().run(atOnce(settings.warm()));
      work.accept(new NodesUnderLoad(world));
    }
  }

  private NodesUnderLoad(World world) {
    this.world = world;
    System.out.println(
        "                | payments/s | last act → told p50  p95  p99 ms | processor ms a payment of"
            + " the nodes, PostgreSQL, sandbox, client | cores that nodes and PostgreSQL kept busy |"
            + " heap after collection MB | rows of "
            + String.join(" ", RUNNING)
            + " | failed");
  }

  void banksAre(BankMood mood) {
    world.banksAre(mood);
  }

  Outcome run(String title, Job job) {
    var measured = world.meter().measure(() -> world.client().run(job));
    var outcome = measured.result();
    var used = measured.used();
    var told = outcome.stages().get(Stage.TOLD);
    System.out.printf(
        "%-15s | %.2f | %.0f %.0f %.0f | %.1f %.1f %.1f %.1f | %.2f %.2f | %s | %s | %d %s%n",
        title,
        outcome.perSecond(),
        told.p50(),
        told.p95(),
        told.p99(),
        (double) used.application() / job.payments(),
        (double) used.database() / job.payments(),
        (double) used.sandbox() / job.payments(),
        (double) used.client() / job.payments(),
        used.application() / 1000.0 / used.seconds(),
        used.database() / 1000.0 / used.seconds(),
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

  static Job atOnce(int payments) {
    return new Job(Job.Method.CARD, payments, 16, 0, BANKS, "");
  }

  /** So many a second, for so many seconds. */
  static Job arriving(double perSecond, double seconds, String hanging) {
    var payments = (int) Math.max(1, Math.round(perSecond * seconds));
    return new Job(Job.Method.CARD, payments, 0, payments / seconds, BANKS, hanging);
  }
}
