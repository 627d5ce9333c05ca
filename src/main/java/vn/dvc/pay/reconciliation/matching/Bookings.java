package vn.dvc.pay.reconciliation.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bank booked under one reference in one direction, and what of it it took back. A reversal
 * takes back one booking of its own amount; which of several equal ones makes no difference.
 */
final class Bookings {
  private final List<Booked> seen = new ArrayList<>();
  private final Map<Long, Integer> booked = new HashMap<>();
  private final Map<Long, Integer> reversed = new HashMap<>();
  private final Map<Long, Integer> bookedSoFar = new HashMap<>();
  private final Map<Long, Integer> reversedSoFar = new HashMap<>();
  private int notTakenBack;

  /** Counts a booking or a reversal, wherever it is stated. */
  void count(Booked it, boolean isReversal) {
    (isReversal ? reversed : booked).merge(it.amount(), 1, Integer::sum);
  }

  /** The bookings before, the first of them first. */
  List<Booked> before() {
    return List.copyOf(seen);
  }

  /** How many of the bookings before were not taken back. */
  int standingBefore() {
    return notTakenBack;
  }

  /** Whether any booking remains when all that was taken back is subtracted. */
  boolean anyRemains() {
    return booked.entrySet().stream().anyMatch(it -> it.getValue() > takenBack(it.getKey()));
  }

  /**
   * Remembers the next booking.
   *
   * @return whether it was taken back
   */
  boolean book(Booked it) {
    seen.add(it);
    var isTakenBack = next(bookedSoFar, it.amount()) <= takenBack(it.amount());
    if (!isTakenBack) {
      notTakenBack++;
    }
    return isTakenBack;
  }

  /**
   * Remembers the next reversal.
   *
   * @return its number among those that take back a booking, or 0 if it takes back none
   */
  int reverse(Booked it) {
    var number = next(reversedSoFar, it.amount());
    return number <= takenBack(it.amount()) ? number : 0;
  }

  private int takenBack(long amount) {
    return Math.min(booked.getOrDefault(amount, 0), reversed.getOrDefault(amount, 0));
  }

  private static int next(Map<Long, Integer> counts, long amount) {
    return counts.merge(amount, 1, Integer::sum);
  }
}
