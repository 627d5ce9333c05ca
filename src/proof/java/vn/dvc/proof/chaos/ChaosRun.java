package vn.dvc.proof.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import vn.dvc.proof.LaidOut;
import vn.dvc.proof.check.Checker;
import vn.dvc.proof.check.Gatherer;
import vn.dvc.proof.check.JudgeEvidence;
import vn.dvc.proof.check.Report;
import vn.dvc.proof.check.Tables;
import vn.dvc.proof.check.Violation;

/**
 * One run: load and faults, heal, come to rest, judge. Exits with 1 if an invariant is violated.
 * {@code mvn -Pchaos verify -Dseed=1 -Dminutes=12 -Dnodes=3}.
 */
public final class ChaosRun {
  private final Settings settings;
  private final Tally tally = new Tally();

  public ChaosRun(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    var settings = Settings.ofProperties();
    var quick = settings.launched(LaidOut.of(settings.app(), Program.JAVA));
    var violations = new ChaosRun(quick).run();
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  /** The violations found. */
  public List<Violation> run() throws Exception {
    say("Chaos run, seed %d, %s, source %s", settings.seed(), settings.load(), source());
    try (var world = new World(settings);
        var history = new History(world.folder.resolve("history.jsonl"))) {
      say("Its files are in %s", world.folder);
      world.start();
      new AccountRegistration(world.nodes.get(0).port()).register();
      var gatherer = new Gatherer(world.database.direct(), world.sandboxUrl);
      var context = new LoadContext(settings, world, history, tally);
      var payers = new Payers(settings, context);
      var nemesis = new Nemesis(settings, world, tally);
      var officers = new Officers(settings, world, tally);
      var watch = new Watch(gatherer, tally);

      say("Payers come and things break");
      watch.begin(settings.enough().isEmpty() ? 20 : 5);
      payers.come();
      nemesis.start();
      officers.start();
      load(watch);
      officers.stop();
      nemesis.stop();
      if (watch.hasSeen(settings.enough())) {
        say("Seen enough");
        payers.stop();
        return watch.end();
      }
      world.heal();

      say("Healed; the last payers finish, then all must come to rest");
      var rest = new Quiescence(settings, () -> gatherer.gather(history.all()));
      rest.begin();
      payers.stop();
      rest.await();
      say("Importing the banks' statements");
      new StatementImports(world.nodes.get(0), world.database.direct()).takeIn();
      var evidence = gatherer.gather(history.all());
      var leaks = new Canaries(context.phone().all()).in(world.database.direct(), world.folder);
      evidence = evidence.withLeaks(leaks);
      var violations = new ArrayList<>(watch.end());
      violations.addAll(Checker.check(evidence));
      rest.stillMoving()
          .forEach(it -> violations.add(new Violation("I5", "", it + ", not at rest")));
      say("%s", summary(payers, rest, evidence, violations));
      return violations;
    }
  }

  private void load(Watch watch) throws InterruptedException {
    var end = System.nanoTime() + settings.load().toNanos();
    while (System.nanoTime() < end && !watch.hasSeen(settings.enough())) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private String summary(
      Payers payers, Quiescence rest, JudgeEvidence evidence, List<Violation> violations) {
    var text = new StringBuilder();
    text.append("\nseed ").append(settings.seed()).append(", source ").append(source());
    text.append("\n").append(settings.nodes()).append(" nodes, load ").append(settings.load());
    text.append("\npayers: ").append(payers.came());
    text.append("\npayments: ").append(evidence.tables().payments().size());
    evidence.tables().payments().stream()
        .collect(
            Collectors.groupingBy(
                it -> it.method() + " " + it.status(), TreeMap::new, Collectors.counting()))
        .forEach((kind, count) -> text.append("\n  ").append(kind).append(": ").append(count));
    tally.all().forEach((what, count) -> text.append("\n").append(what).append(": ").append(count));
    var cases =
        evidence.tables().cases().stream()
            .filter(it -> it.closed() == null)
            .collect(Collectors.groupingBy(Tables.Case::kind, TreeMap::new, Collectors.counting()));
    text.append("\nopen cases: ").append(cases.toString());
    text.append("\n").append(rest.measured());
    text.append("\nfrom heal to rest: ").append(rest.whole().toSeconds()).append(" s");
    text.append("\nviolations: ").append(violations.size()).append("\n");
    text.append(Report.of(violations, evidence));
    return text.toString();
  }

  private static String source() {
    try {
      var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException noGit) {
      return "unknown";
    }
  }

  private static void say(String what, Object... facts) {
    System.out.printf("%tT %s%n", System.currentTimeMillis(), what.formatted(facts));
  }
}
