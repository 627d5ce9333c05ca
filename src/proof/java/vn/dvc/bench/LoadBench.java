package vn.dvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.world.BankMood;
import vn.dvc.bench.world.Store;
import vn.dvc.bench.world.Way;
import vn.dvc.bench.world.World;
import vn.dvc.bench.world.Worlds;

/** Puts the cells of a plan under load, one after the other, in as few worlds as possible. */
final class LoadBench {
  private final Settings settings;
  private final Path folder;
  private final List<Row> rows = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();

  LoadBench(Settings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * An application that was started.
   *
   * @param java its version
   * @param ready seconds until it was
   * @param idle statements a minute without load
   */
  record Start(Way way, Store store, String java, double ready, double idle) {}

  List<Row> rows() {
    return rows;
  }

  List<Start> starts() {
    return starts;
  }

  /** Returns what the database calls itself. */
  String run() throws Exception {
    record Key(Way way, Store store) {}
    var byWorld = new LinkedHashMap<Key, List<Cell>>();
    for (var cell : Plan.of(settings)) {
      byWorld
          .computeIfAbsent(new Key(cell.way(), cell.store()), key -> new ArrayList<>())
          .add(cell);
    }
    try (var worlds = new Worlds(folder, settings.options())) {
      for (var java : settings.java()) {
        var version = Machine.version(java);
        for (var cells : byWorld.entrySet()) {
          var key = cells.getKey();
          try (var world = worlds.start(key.way(), key.store(), java)) {
            in(world, version, cells.getValue());
          }
        }
      }
      return worlds.postgres();
    }
  }

  private void in(World world, String java, List<Cell> cells) throws Exception {
    var first = cells.get(0);
    warm(world, cells);
    var idle = world.meter().idleStatements(Duration.ofSeconds(settings.isShort() ? 10 : 60));
    starts.add(new Start(first.way(), first.store(), java, world.readyAfter(), idle));
    for (var cell : cells) {
      for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
        measure(world, java, cell, idle);
      }
    }
  }

  private void warm(World world, List<Cell> cells) throws Exception {
    world.banksAre(BankMood.AT_ONCE);
    Set<Job.Method> methods = EnumSet.noneOf(Job.Method.class);
    cells.forEach(cell -> methods.add(cell.method()));
    if (methods.contains(Job.Method.ACCOUNT)) {
      world.registerAccount();
    }
    for (var method : methods) {
      var cell =
          new Cell(
              cells.get(0).way(),
              cells.get(0).store(),
              method,
              Load.inFlight(16),
              BankMood.AT_ONCE);
      var outcome = world.client().run(cell.job(settings.warm()));
      System.out.printf(
          "%tT warmed by %d payments, %s, %.1f/s %s%n",
          System.currentTimeMillis(),
          outcome.paid(),
          cell.name(),
          outcome.perSecond(),
          outcome.failure());
    }
  }

  private void measure(World world, String java, Cell cell, double idle) throws IOException {
    world.banksAre(cell.banks());
    var measured = world.meter().measure(() -> world.client().run(cell.job(settings.payments())));
    var row = new Row(cell, java, measured.result(), measured.used(), idle);
    rows.add(row);
    Files.writeString(
        folder.resolve(cell.name().replaceAll("[^0-9A-Za-z]+", "-") + ".tsv"),
        row.used().statements().listed(row.outcome().paid() + row.outcome().failed()));
    System.out.printf(
        "%tT %s: %.1f/s, %.1f statements, %.1f commits, %.0f + %.0f ms %s%n",
        System.currentTimeMillis(),
        cell.name(),
        row.outcome().perSecond(),
        row.statements(),
        row.commits(),
        row.each(row.used().application()),
        row.each(row.used().database()),
        row.outcome().failure());
  }
}
