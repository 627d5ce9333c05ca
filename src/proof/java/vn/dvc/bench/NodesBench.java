package vn.dvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import vn.dvc.bench.client.Job;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.world.BankMood;
import vn.dvc.bench.world.Worlds;

/**
 * What a second node adds where the first one's slots are the limit and not the machine, which is
 * the same for both: one bank that takes 200 ms, and one slot for it on each node. Prints; asserts
 * nothing. {@code mvn -Pbench verify}.
 */
public final class NodesBench {
  private static final List<String> BANK = List.of("970415");
  private static final int IN_FLIGHT = 32;

  private NodesBench() {}

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) throws Exception {
    var settings = Settings.ofProperties();
    var folder = Path.of(arguments[0]).toAbsolutePath();
    var one = run(settings, folder, 1);
    var two = run(settings, folder, 2);
    System.out.printf("%ntwo nodes ÷ one: %.2f%n", two / one);
    System.exit(0);
  }

  private static double run(Settings settings, Path folder, int nodes) throws Exception {
    var few = "--spring.config.additional-location=file:" + oneSlotForEachBank(folder);
    try (var worlds = new Worlds(folder, settings.options());
        var world = worlds.nodes(settings.java().get(0), nodes, List.of(few))) {
      world.client().run(job(settings.warm()));
      world.banksAre(BankMood.AFTER_200_MS);
      var outcome = world.client().run(job(settings.payments()));
      var told = outcome.stages().get(Stage.TOLD);
      System.out.printf(
          "%d node(s): %.2f payments/s, last act → told p50 %.0f, p95 %.0f ms, %d paid, %d failed %s%n",
          nodes,
          outcome.perSecond(),
          told.p50(),
          told.p95(),
          outcome.paid(),
          outcome.failed(),
          outcome.failure());
      return outcome.perSecond();
    }
  }

  private static Job job(int payments) {
    return new Job(Job.Method.CARD, payments, IN_FLIGHT, 0, BANK, "");
  }

  /** The banks of the default profile, each with one slot. */
  @SuppressWarnings("unchecked")
  private static Path oneSlotForEachBank(Path folder) throws IOException {
    try (var usual = new ClassPathResource("application.yaml").getInputStream()) {
      Map<String, Object> all = new Yaml().load(usual);
      var banks = (List<Map<String, Object>>) ((Map<String, Object>) all.get("dvc")).get("banks");
      banks.forEach(bank -> bank.put("slots", 1));
      var file = folder.resolve("one-slot.yaml");
      return Files.writeString(file, new Yaml().dump(Map.of("dvc", Map.of("banks", banks))));
    }
  }
}
