package vn.dvc.pay.payment.collection.policy;

import vn.dvc.pay.values.Money;

/**
 * What a payment owes, and how much of that is kept for it already. Nothing that is less than what
 * is missing ever pays, whoever wants it to.
 */
public record Balance(long owed, long kept) {
  public Balance {
    if (kept < 0 || kept >= owed) {
      throw new IllegalArgumentException("Of " + owed + " dong less is kept, not " + kept);
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

  /** Whole dong of it that are more than was owed. */
  long restOf(Money received) {
    return Math.max(0, received.dong() - missing().dong());
  }

  /** What is still missing once this, which is too little, is kept as well. */
  public Money missingAfter(Money received) {
    return new Balance(owed, kept + received.dong()).missing();
  }

  /** How received money compares with what is missing. */
  public enum Relation {
    EXACT,
    MORE,
    LESS,
    /** There is no payment that it could be compared with. */
    NONE;

    private static Relation of(int difference) {
      if (difference == 0) {
        return EXACT;
      }
      return difference > 0 ? MORE : LESS;
    }
  }
}
