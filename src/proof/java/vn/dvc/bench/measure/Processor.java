package vn.dvc.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of processes as the kernel counts it; 0 where there is no {@code /proc}. */
public final class Processor {
  /** The kernel's ticks for user space are 10 ms on every Linux that Java runs on. */
  private static final int MILLIS_PER_TICK = 10;

  private static final Path ALL = Path.of("/proc");

  private Processor() {}

  public static long millisOf(long pid) {
    return stat(ALL.resolve(Long.toString(pid))).map(Stat::own).orElse(0L) * MILLIS_PER_TICK;
  }

  /** Of a process, of its children, and of the children that have ended. */
  static long millisOfTree(long parent) {
    var ticks =
        stat(ALL.resolve(Long.toString(parent))).map(it -> it.own() + it.ended()).orElse(0L);
    try (Stream<Path> all = Files.list(ALL)) {
      ticks +=
          all.filter(each -> each.getFileName().toString().matches("\\d+"))
              .flatMap(each -> stat(each).stream())
              .filter(each -> each.parent() == parent)
              .mapToLong(each -> each.own() + each.ended())
              .sum();
    } catch (IOException noProc) {
      return 0;
    }
    return ticks * MILLIS_PER_TICK;
  }

  private static Optional<Stat> stat(Path process) {
    try {
      var line = Files.readString(process.resolve("stat"));
      // The name of the program, in parentheses, may contain blanks.
      var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return Optional.of(
          new Stat(
              Long.parseLong(fields[1]),
              Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
              Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /**
   * @param own ticks in user space and in the kernel
   * @param ended the same of children that have ended
   */
  private record Stat(long parent, long own, long ended) {}
}
