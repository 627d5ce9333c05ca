package vn.dvc.bench;

import java.nio.file.Path;
import java.util.List;
import vn.dvc.bench.world.Worlds;

/**
 * Whether two nodes get slower or larger under steady load: {@code bench.minutes} at 70 % of what
 * they carry with 16 payers in flight. Prints a line for each quarter of the time; asserts nothing.
 * {@code mvn -Pbench verify}.
 */
public final class SoakBench {
  private static final int MINUTES = Integer.getInteger("bench.minutes", 120);
  private static final double SHARE = 0.7;

  private SoakBench() {}

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.ofProperties();
    try (var worlds = new Worlds(Path.of(arguments[0]), settings.options());
        var world = worlds.nodes(settings.java().get(0), 2, List.of())) {
      world.client().run(NodesUnderLoad.atOnce(settings.warm()));
      var nodes = new NodesUnderLoad(world);
      var top = nodes.run("16 in flight", NodesUnderLoad.atOnce(settings.payments()));
      var quarter = NodesUnderLoad.arriving(SHARE * top.perSecond(), MINUTES * 60 / 4.0, "");
      for (var number = 1; number <= 4; number++) {
        nodes.run("quarter " + number, quarter);
      }
      nodes.run("16 in flight", NodesUnderLoad.atOnce(settings.payments()));
    }
    System.exit(0);
  }
}
