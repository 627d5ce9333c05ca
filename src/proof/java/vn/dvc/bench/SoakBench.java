package vn.dvc.bench;

/**
 * Whether two nodes get slower or larger under steady load: {@code bench.minutes} at 70 % of what
 * they carry with 16 payers in flight. Prints a line for each quarter of the time; asserts nothing.
 * {@code mvn -Pbench verify}.
 */
public final class SoakBench {
  private static final int MINUTES = Integer.getInteger("bench.minutes", 120);
  private static final double SHARE = 0.7;

  private SoakBench() {}

  /**
   * @param arguments the folder for the files of all programs
   */
  public static void main(String[] arguments) {
    NodesUnderLoad.two(arguments[0], SoakBench::run);
    System.exit(0);
  }

  private static void run(NodesUnderLoad nodes) {
    var atOnce = NodesUnderLoad.atOnce(Settings.ofProperties().payments());
    var top = nodes.run("16 in flight", atOnce).perSecond();
    var quarter = NodesUnderLoad.arriving(SHARE * top, MINUTES * 60 / 4.0, "");
    for (var number = 1; number <= 4; number++) {
      nodes.run("quarter " + number, quarter);
    }
    nodes.run("16 in flight", atOnce);
  }
}
