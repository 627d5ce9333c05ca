package vn.dvc.pay.reconciliation;

import java.util.Locale;

/** How a statement line and our records compare. */
public enum LineClass {
  /** The bank and our records agree. */
  MATCHED,
  /** In the bank's statement, but not in our records. */
  BANK_ONLY,
  /** In our records, but not in the bank's statement. */
  OURS_ONLY,
  AMOUNT_DIFFERS,
  /** Reported by the bank a second time. */
  DUPLICATE,
  /** A line of the bank's file that cannot be read. */
  UNREADABLE;

  /** In lower case with dashes, for example {@code bank-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
