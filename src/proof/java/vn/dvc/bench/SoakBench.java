package vn.dvc.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.world.World;
import vn.dvc.bench.world.Worlds;

/**
 * Whether two nodes under steady load, for as long as {@code bench.minutes}, get slower or larger.
 * Prints a line for each quarter of the time; asserts nothing. {@code mvn -Pbench verify}.
 */
public final class SoakBench {
  private static final int MINUTES = Integer.getInteger("bench.minutes", 120);
  private static final List<String> BANKS = List.of("970415", "970436", "970431");
  private static final List<String> RUNNING =
      List.of("act_ru_execution", "act_ru_ext_task", "act_ru_job", "act_ru_variable");

  private final World world;
  private final double perSecond;

  private SoakBench(World world, double perSecond) {
    this.world = world;
    this.perSecond = perSecond;
  }

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.ofProperties();
    try (var worlds = new Worlds(Path.of(arguments[0]), settings.options());
        var world = worlds.nodes(settings.java().get(0), 2, List.of())) {
      world.client().run(new Job(Job.Method.CARD, settings.warm(), 16, 0, BANKS, ""));
      var soak = new SoakBench(world, settings.perSecond());
      for (var quarter = 1; quarter <= 4; quarter++) {
        soak.quarter(quarter);
      }
    }
    System.exit(0);
  }

  private void quarter(int number) {
    var payments = (int) (MINUTES * 60 * perSecond / 4);
    var outcome = world.client().run(new Job(Job.Method.CARD, payments, 0, perSecond, BANKS, ""));
    var told = outcome.stages().get(Stage.TOLD);
    var heaps =
        world.jvms().stream()
            .map(jvm -> "%.1f".formatted(jvm.heapAfterCollection() / 1048576.0))
            .collect(Collectors.joining(" and "));
    System.out.printf(
        "quarter %d: %.2f payments/s, told p50 %.0f, p95 %.0f, p99 %.0f ms, %d failed %s; heap after"
            + " collection %s MB; rows that run %s%n",
        number,
        outcome.perSecond(),
        told.p50(),
        told.p95(),
        told.p99(),
        outcome.failed(),
        outcome.failure(),
        heaps,
        RUNNING.stream().map(this::rows).map(String::valueOf).collect(Collectors.joining(" ")));
  }

  private long rows(String table) {
    return world.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
