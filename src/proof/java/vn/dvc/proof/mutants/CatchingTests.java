package vn.dvc.proof.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the tests of the guard that a mutant removes, in a process of their own. */
final class CatchingTests {
  private static final int TIMEOUT_MINUTES = 8;

  private CatchingTests() {}

  /** The mutant's fate in words, which begin with "caught" if it was. */
  static String meet(Mutant mutant, MutantBuilder builder)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-classpath", builder.testPath(mutant), TestsRun.class.getName()));
    command.addAll(mutant.fullTests());
    var log = builder.log(mutant);
    var tests = new ProcessBuilder(command).redirectErrorStream(true);
    var process = tests.redirectOutput(log.toFile()).start();
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().onExit().join();
      return "not done after " + TIMEOUT_MINUTES + " minutes";
    }
    return Files.readAllLines(log).stream()
        .filter(it -> it.startsWith(TestsRun.RESULT))
        .map(it -> it.substring(TestsRun.RESULT.length()))
        .reduce("said nothing, see " + log, (before, last) -> last);
  }
}
