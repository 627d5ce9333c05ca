package vn.dvc.pay.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import vn.dvc.pay.values.Sha256;

/**
 * Gives a parser of what comes from outside its valid samples, damaged in small ways. It may read
 * them or refuse them in its own way; anything else is a finding. The same inputs in every build;
 * {@code -Dfuzz.tries=100000 -Dfuzz.seed=7} looks further. A finding lies in {@code target/fuzz};
 * moved to {@code src/test/resources/fuzz}, into the folder of its parser, it is tried first from
 * then on.
 */
public final class Fuzz {
  private static final int TRIES = Integer.getInteger("fuzz.tries", 400);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final List<String> ODD =
      List.of(
          "",
          "\"",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\u202e",
          "\u00a0",
          "ộ",
          "Ð",
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "0.5",
          "9".repeat(30),
          "[".repeat(3000),
          "{\"a\":".repeat(3000),
          "<a>".repeat(3000),
          "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
          "&b;",
          "&#0;",
          "]]>",
          "<!--",
          "${7*7}",
          "%s",
          "x".repeat(5000),
          ".",
          "..",
          "/",
          "=",
          ":",
          "2026-02-30",
          "24:00:00",
          "+99:99");

  private Fuzz() {}

  /** A parser that throws its refusals. */
  @FunctionalInterface
  public interface Parser {
    void read(byte[] input) throws Exception;
  }

  /**
   * @param name the parser's folder of findings
   * @param refusals what it may throw
   */
  @SafeVarargs
  public static void damage(
      String name, List<byte[]> samples, Parser parser, Class<? extends Exception>... refusals) {
    damage(TRIES, name, samples, parser, refusals);
  }

  /** The same for a parser that takes its time: one try where others get forty. */
  @SafeVarargs
  public static void damageRarely(
      String name, List<byte[]> samples, Parser parser, Class<? extends Exception>... refusals) {
    damage(TRIES / 40, name, samples, parser, refusals);
  }

  @SafeVarargs
  private static void damage(
      int tries,
      String name,
      List<byte[]> samples,
      Parser parser,
      Class<? extends Exception>... refusals) {
    earlierFindings(name).forEach(input -> tryOut(name, input, parser, refusals));
    JqwikSession.run(
        () ->
            damaged(samples).generator(1000).stream(new Random(SEED))
                .limit(tries)
                .forEach(shrinkable -> tryOut(name, shrinkable.value(), parser, refusals)));
  }

  public static List<byte[]> texts(String... samples) {
    return Arrays.stream(samples).map(it -> it.getBytes(StandardCharsets.UTF_8)).toList();
  }

  public static List<byte[]> files(Path folder, String ending) {
    try (var files = Files.list(folder)) {
      var read = new ArrayList<byte[]>();
      for (var file : files.filter(it -> it.toString().endsWith(ending)).sorted().toList()) {
        read.add(Files.readAllBytes(file));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tryOut(
      String name, byte[] input, Parser parser, Class<? extends Exception>[] refusals) {
    try {
      parser.read(input);
    } catch (Exception | StackOverflowError thrown) {
      if (Arrays.stream(refusals).noneMatch(refusal -> refusal.isInstance(thrown))) {
        throw new AssertionError(kept(name, input) + " is neither read nor refused", thrown);
      }
    }
  }

  private static Path kept(String name, byte[] input) {
    try {
      var folder = Files.createDirectories(Path.of("target/fuzz", name));
      return Files.write(folder.resolve(Sha256.hex(input).substring(0, 12)), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> earlierFindings(String name) {
    var folder = Path.of("src/test/resources/fuzz", name);
    return Files.isDirectory(folder) ? files(folder, "") : List.of();
  }

  private static Arbitrary<byte[]> damaged(List<byte[]> samples) {
    return Combinators.combine(Arbitraries.of(samples), damages().list().ofMinSize(1).ofMaxSize(4))
        .as(
            (sample, damages) -> {
              var bytes = sample;
              for (var damage : damages) {
                bytes = damage.done(bytes);
              }
              return bytes;
            });
  }

  private static Arbitrary<Damage> damages() {
    var places = Arbitraries.doubles().between(0, 1).ofScale(6);
    return Combinators.combine(
            places,
            Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(3, 1), Tuple.of(2, 4), Tuple.of(1, 40)),
            Arbitraries.of(ODD).map(odd -> odd.getBytes(StandardCharsets.UTF_8)),
            Arbitraries.integers().between(0, 3))
        .as(Damage::new);
  }

  /** At a place, so many bytes go, or come twice, or change, and something odd is put there. */
  private record Damage(double place, int length, byte[] odd, int way) {
    byte[] done(byte[] whole) {
      int at = (int) (place * whole.length);
      int to = Math.min(whole.length, at + length);
      var damaged = new ByteArrayOutputStream(whole.length + odd.length);
      damaged.write(whole, 0, at);
      switch (way) {
        case 0 -> damaged.write(odd, 0, odd.length);
        case 1 -> damaged.write(whole, at, whole.length - at);
        case 2 -> damaged.write((int) (place * 255_000));
        default -> {}
      }
      damaged.write(whole, way == 1 ? at : to, whole.length - (way == 1 ? at : to));
      return damaged.toByteArray();
    }
  }
}
