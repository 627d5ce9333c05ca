package vn.dvc.pay.reconciliation;

import java.util.Locale;

/** What a movement is, seen from both sides. */
public enum LineClass {
  /** The bank and we say the same. */
  MATCHED,
  /** The bank moved it; we do not believe so. */
  BANK_ONLY,
  /** We believe that it moved; the bank does not tell of it. */
  OURS_ONLY,
  AMOUNT_DIFFERS,
  /** The bank tells of it once more. */
  DUPLICATE,
  /** A line of the bank's file that nobody can read. */
  UNREADABLE;

  /** In lower case with dashes, for example {@code bank-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
