package vn.dvc.pay.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.dvc.pay.engine.ReadsTable.Column;

/** A small room above the engine for the engine's own tests: two banks and a few steps. */
@TestConfiguration(proxyBeanMethods = false)
class EngineTestRoom {
  static final String WELL = "well";
  static final String HUNG = "hung";

  @Bean
  Parties testBanks() {
    return () ->
        List.of(
            new Party("bank." + WELL, 2, Duration.ofSeconds(20)),
            new Party("bank." + HUNG, 2, Duration.ofSeconds(20)));
  }

  @Bean
  FeeLimitReader feeLimitReader() {
    return () -> "fee-limit";
  }

  /** An interface, so that the check of the product's own models does not find it by scanning. */
  @ReadsTable(
      value = "fee-limit",
      inputs = @Column(name = "kind", type = String.class, texts = "INDIVIDUAL"),
      outputs = {
        @Column(name = "limit", type = long.class),
        @Column(name = "allowed", type = boolean.class)
      })
  @FunctionalInterface
  interface FeeLimitReader {
    String table();
  }

  /** The test chooses what the bank does with an order. */
  @ProcessSteps(
      value = "callOutside",
      variables = {"order", "bank"})
  public static class CallOutsideSteps {
    final Map<String, Callable<RecordedAnswer>> banks = new ConcurrentHashMap<>();
    final Map<String, Callable<Void>> notes = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> noted = new CopyOnWriteArrayList<>();

    public RecordedAnswer askBank(String order) throws Exception {
      asked.add(order);
      return banks.getOrDefault(order, () -> () -> "APPROVED").call();
    }

    public void noteAnswer(String order, String verdict) throws Exception {
      Callable<Void> note = notes.get(order);
      if (note != null) {
        note.call();
      }
      noted.add(order + " " + verdict);
    }
  }

  /** A step in our own database. */
  @ProcessSteps(value = "ownStep", variables = "order", messages = "goOn")
  public static class OwnStepSteps {
    final Map<String, Callable<Void>> steps = new ConcurrentHashMap<>();
    final List<String> written = new CopyOnWriteArrayList<>();

    public void writeDown(String order) throws Exception {
      Callable<Void> step = steps.get(order);
      if (step != null) {
        step.call();
      }
      written.add(order);
    }
  }
}
