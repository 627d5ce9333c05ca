package vn.dvc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.world.World;
import vn.dvc.bench.world.Worlds;
import vn.dvc.pay.testing.FinishedPayments;

/**
 * What a card payment costs among as many finished ones as a province has after years, and what it
 * cost before they were there. Prints; asserts nothing. {@code mvn -Pbench verify}.
 */
public final class GrowthBench {
  private static final int FINISHED = Integer.getInteger("bench.finished", 1_000_000);

  private final World world;
  private final Settings settings;

  private GrowthBench(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
  }

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.ofProperties();
    try (var worlds = new Worlds(Path.of(arguments[0]), settings.options());
        var world = worlds.nodes(settings.java().get(0), 1, List.of())) {
      new GrowthBench(world, settings).run();
    }
    System.exit(0);
  }

  private void run() throws IOException {
    world.client().run(job(settings.warm()));
    var few = measure();
    var start = System.nanoTime();
    FinishedPayments.add(world.jdbc(), FINISHED);
    System.out.printf("their rows took %.0f s%n", (System.nanoTime() - start) / 1e9);
    // Whatever the database has to write of them is no payment's.
    world.jdbc().sql("checkpoint").update();
    world.client().run(job(settings.payments()));
    var many = measure();
    System.out.printf("%nprocessor among many ÷ among few: %.2f%n", many / few);
  }

  /** Milliseconds of the application and the database. */
  private double measure() {
    var measured = world.meter().measure(() -> world.client().run(job(settings.payments())));
    var outcome = measured.result();
    var used = measured.used();
    var told = outcome.stages().get(Stage.TOLD);
    System.out.printf(
        "among %,d: %.1f payments/s, application %.1f + database %.1f ms of processor, %.1f"
            + " statements, told p50 %.0f, p95 %.0f ms, %d failed %s%n",
        world.jdbc().sql("select count(*) from payment").query(Long.class).single(),
        outcome.perSecond(),
        (double) used.application() / outcome.paid(),
        (double) used.database() / outcome.paid(),
        (double) used.statements().all() / outcome.paid(),
        told.p50(),
        told.p95(),
        outcome.failed(),
        outcome.failure());
    return (double) (used.application() + used.database()) / outcome.paid();
  }

  private static Job job(int payments) {
    return new Job(Job.Method.CARD, payments, 16, 0, List.of("970415"), "");
  }
}
