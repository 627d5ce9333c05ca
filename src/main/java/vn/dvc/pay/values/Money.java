package vn.dvc.pay.values;

import java.util.stream.Stream;

/** An amount of Vietnamese dong. The dong has no minor unit, so this is a positive whole number. */
public record Money(long dong) {
  public Money {
    if (dong <= 0) {
      throw new IllegalArgumentException(
          "An amount must be a positive number of dong, not " + dong);
    }
  }

  public static Money dong(long amount) {
    return new Money(amount);
  }

  /** The sum of one amount or more. */
  public static Money total(Stream<Money> amounts) {
    return amounts
        .reduce(Money::plus)
        .orElseThrow(() -> new IllegalStateException("No amounts to add up"));
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(dong, other.dong));
  }
}
