package vn.dvc.proof.mutants;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import vn.dvc.proof.chaos.ChaosRun;
import vn.dvc.proof.chaos.Settings;
import vn.dvc.proof.check.Violation;

/**
 * Runs every mutant, one after another, and prints what caught each; exits with 1 if one survived.
 * {@code mvn -Pmutants verify}, or some of them with {@code -Dmutants=a,b}.
 */
public final class MutantsRun {
  private static final int RUNS = 3;
  private static final Duration LOAD = Duration.ofSeconds(75);
  private static final Duration REST = Duration.ofSeconds(110);

  private MutantsRun() {}

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    var usual = Settings.ofProperties();
    var builder = new MutantBuilder(usual.app());
    var results = new ArrayList<Result>();
    for (var mutant : wanted()) {
      System.out.println("\n== " + mutant.name() + ": " + mutant.defect());
      results.add(
          mutant.tests().isEmpty()
              ? tried(mutant, usual, builder.build(mutant))
              : met(mutant, builder));
      System.out.println(results.get(results.size() - 1));
    }
    System.out.println();
    results.forEach(System.out::println);
    System.exit(results.stream().allMatch(Result::caught) ? 0 : 1);
  }

  /** The faults a defect needs to do harm may not happen in a short run, so it gets a few runs. */
  private static Result tried(Mutant mutant, Settings usual, List<String> program)
      throws Exception {
    var start = System.nanoTime();
    Result result;
    int run = 0;
    do {
      var settings =
          usual.of(
              usual.seed() + run++,
              program,
              mutant.nodes(),
              mutant.breaks(),
              mutant.caughtBy(),
              LOAD,
              REST);
      var found = new ChaosRun(settings).run();
      result = Result.of(mutant, found, run, Duration.ofNanos(System.nanoTime() - start));
    } while (!result.caught() && run < RUNS);
    return result;
  }

  private static Result met(Mutant mutant, MutantBuilder builder) throws Exception {
    var start = System.nanoTime();
    var said = CatchingTests.meet(mutant, builder);
    return new Result(
        mutant,
        said.startsWith("caught"),
        said.replaceFirst("^caught ", ""),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static List<Mutant> wanted() {
    var names = System.getProperty("mutants", "");
    var some = Set.copyOf(Arrays.asList(names.split(",")));
    return Mutant.all().stream().filter(it -> names.isEmpty() || some.contains(it.name())).toList();
  }

  /** The fate of a mutant. */
  private record Result(Mutant mutant, boolean caught, String by, Duration took) {
    static Result of(Mutant mutant, List<Violation> found, int runs, Duration took) {
      var broken =
          found.stream().map(Violation::invariant).collect(Collectors.toCollection(TreeSet::new));
      return new Result(
          mutant,
          broken.stream().anyMatch(mutant.caughtBy()::contains),
          "%s in run %d, expected one of %s".formatted(broken, runs, mutant.caughtBy()),
          took);
    }

    @Override
    public String toString() {
      return "%-32s %-8s by %s, %d s"
          .formatted(mutant.name(), caught ? "caught" : "MISSED", by, took.toSeconds());
    }
  }
}
