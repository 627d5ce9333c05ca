package vn.dvc.proof.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a run.
 *
 * @param seed determines every choice of clients and nemesis
 * @param load how long payers arrive and things break
 * @param deeds what the nemesis may do, in its own words; everything if empty
 * @param pace how long it waits between deeds; 1 is its usual pace
 * @param enough invariants; as soon as one of them is seen violated, the run ends
 * @param rest how long everything may take to come to rest afterwards
 * @param app the application's jar
 * @param launch how Java starts the application: its jar, its quick start, or a mutant
 */
public record Settings(
    long seed,
    Duration load,
    int nodes,
    int payers,
    Set<String> deeds,
    double pace,
    Set<String> enough,
    Duration rest,
    Path app,
    List<String> launch,
    Path sandbox) {

  /** From system properties. */
  public static Settings ofProperties() {
    var app = Path.of(System.getProperty("app", "target/dvc-pay.jar")).toAbsolutePath();
    return new Settings(
        Long.getLong("seed", 1),
        Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("minutes", "1.5")))),
        Integer.getInteger("nodes", 2),
        Integer.getInteger("payers", 16),
        Arrays.stream(System.getProperty("breaks", "").split(","))
            .filter(it -> !it.isBlank())
            .collect(Collectors.toSet()),
        Double.parseDouble(System.getProperty("pace", "1")),
        Set.of(),
        Duration.ofSeconds(Long.getLong("rest", 240)),
        app,
        List.of("-jar", app.toString()),
        Path.of(System.getProperty("sandbox", "target/dvc-pay-sandbox.jar")).toAbsolutePath());
  }

  /** The same run with the application started like this. */
  Settings launched(List<String> so) {
    return new Settings(seed, load, nodes, payers, deeds, pace, enough, rest, app, so, sandbox);
  }

  /** A short run of another program, until one of these invariants is seen violated. */
  public Settings of(
      long itsSeed,
      List<String> program,
      int itsNodes,
      Set<String> breaks,
      Set<String> until,
      Duration itsLoad,
      Duration itsRest) {
    return new Settings(
        itsSeed, itsLoad, itsNodes, payers, breaks, 0.5, until, itsRest, app, program, sandbox);
  }

  boolean does(String deed) {
    return deeds.isEmpty() || deeds.contains(deed);
  }

  /** Random numbers that are the same in every run of this seed, whoever asks first. */
  Random chance(String what, long number) {
    var mixed = seed * 0x9E3779B97F4A7C15L + what.hashCode() * 31L + number * 0xC2B2AE3D27D4EB4FL;
    return new Random(mixed ^ (mixed >>> 29));
  }
}
