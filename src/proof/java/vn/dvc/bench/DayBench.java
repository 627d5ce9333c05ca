package vn.dvc.bench;

import java.util.List;
import vn.dvc.bench.world.BankMood;

/**
 * The peak day of the largest province (docs/scale.md) on two nodes: payers come as often as they
 * would, but an hour lasts {@code bench.hour} seconds. Banks take 200 ms; in the hour after the
 * busiest one of three hangs. Prints a line for each hour; asserts nothing. {@code mvn -Pbench
 * verify}.
 */
public final class DayBench {
  private static final double PAYMENTS = Integer.getInteger("bench.day", 160_000);
  private static final double SECONDS = Integer.getInteger("bench.hour", 60);

  /** Of a day's payments in each hour, in thousandths; assumed. */
  private static final List<Integer> SHARES =
      List.of(
          3, 2, 1, 1, 2, 5, 15, 40, 120, 200, 150, 70, 30, 50, 90, 80, 50, 25, 15, 16, 15, 10, 6,
          4);

  private static final int HANGS_AT = 10;

  private DayBench() {}

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) {
    NodesUnderLoad.two(arguments[0], DayBench::play);
    System.exit(0);
  }

  private static void play(NodesUnderLoad nodes) {
    for (var hour = 0; hour < SHARES.size(); hour++) {
      var hangs = hour == HANGS_AT;
      nodes.banksAre(hangs ? BankMood.ONE_HANGS : BankMood.AFTER_200_MS);
      var perSecond = PAYMENTS * SHARES.get(hour) / 1000 / 3600;
      nodes.run(
          "%02d:00 %.2f/s%s".formatted(hour, perSecond, hangs ? " hangs" : ""),
          NodesUnderLoad.arriving(perSecond, SECONDS, hangs ? BankMood.HANGING : ""));
    }
  }
}
