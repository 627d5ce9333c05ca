package vn.dvc.pay.payment.collection.policy;

import vn.dvc.pay.values.Money;

/**
 * What a payment owes, and how much of that is already kept for it. An amount smaller than what is
 * missing never pays, whoever decides so.
 */
public record Balance(long owed, long kept) {
  public Balance {
    if (kept < 0 || kept >= owed) {
      throw new IllegalArgumentException(
          "The kept amount must be less than the " + owed + " dong owed, not " + kept);
    }
  }

  public Money missing() {
    return Money.dong(owed - kept);
  }

  public Relation relationOf(Money received) {
    return Relation.of(Long.compare(received.dong(), missing().dong()));
  }

  public boolean isCoveredBy(Money received) {
    return received.dong() >= missing().dong();
  }

  /** The excess over what was owed, in whole dong. */
  long restOf(Money received) {
    return Math.max(0, received.dong() - missing().dong());
  }

  /** What is still missing once this amount, which is too small, is kept as well. */
  public Money missingAfter(Money received) {
    return new Balance(owed, kept + received.dong()).missing();
  }

  /** How a received amount compares with what is missing. */
  public enum Relation {
    EXACT,
    MORE,
    LESS,
    /** There is no payment to compare it with. */
    NONE;

    private static Relation of(int difference) {
      if (difference == 0) {
        return EXACT;
      }
      return difference > 0 ? MORE : LESS;
    }
  }
}
