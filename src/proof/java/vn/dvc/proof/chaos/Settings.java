package vn.dvc.proof.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * What a run is told by system properties.
 *
 * @param seed decides every choice of clients and nemesis
 * @param load how long payers come and things break
 * @param kills whether processes are killed and frozen and PostgreSQL restarted, or only the
 *     network and the banks misbehave
 * @param rest how long everything may take to come to rest afterwards
 */
record Settings(
    long seed,
    Duration load,
    int nodes,
    int payers,
    boolean kills,
    Duration rest,
    Path app,
    Path sandbox) {

  static Settings ofProperties() {
    return new Settings(
        Long.getLong("seed", 1),
        Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("minutes", "2")))),
        Integer.getInteger("nodes", 2),
        Integer.getInteger("payers", 16),
        !"false".equals(System.getProperty("kills")),
        Duration.ofSeconds(Long.getLong("rest", 240)),
        Path.of(System.getProperty("app", "target/dvc-pay.jar")).toAbsolutePath(),
        Path.of(System.getProperty("sandbox", "target/dvc-pay-sandbox.jar")).toAbsolutePath());
  }

  /** Chance that is the same in every run of this seed, whoever asks first. */
  Random chance(String what, long number) {
    var mixed = seed * 0x9E3779B97F4A7C15L + what.hashCode() * 31L + number * 0xC2B2AE3D27D4EB4FL;
    return new Random(mixed ^ (mixed >>> 29));
  }
}
