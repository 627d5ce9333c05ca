package vn.dvc.bench.client;

import java.util.List;

/**
 * A piece of load.
 *
 * @param payments how many
 * @param inFlight so many payers at a time, each followed by the next; 0 for fixed arrivals
 * @param perSecond so many payers arrive each second, whether the ones before them are done or not
 * @param banks whose cards they have, in turn
 * @param hanging the bank whose payers are not waited for; empty if there is none
 */
public record Job(
    Method method,
    int payments,
    int inFlight,
    double perSecond,
    List<String> banks,
    String hanging) {

  /** How they pay. */
  public enum Method {
    CARD,
    ACCOUNT,
    COUNTER
  }
}
