package vn.dvc.bench.world;

/** How fast banks answer. */
public enum BankMood {
  AT_ONCE("0 ms", 0, false),
  AFTER_200_MS("200 ms", 200, false),
  AFTER_1_S("1 s", 1_000, false),
  ONE_HANGS("one of three hangs", 0, true);

  /** The bank that hangs. */
  public static final String HANGING = "970431";

  private final String title;
  private final int millis;
  private final boolean hang;

  BankMood(String title, int millis, boolean hang) {
    this.title = title;
    this.millis = millis;
    this.hang = hang;
  }

  public String title() {
    return title;
  }

  int millis() {
    return millis;
  }

  public boolean hang() {
    return hang;
  }
}
