package vn.dvc.pay.time;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to repeat a request that certainly had no effect, {@code dvc.bank.retries}: at growing
 * intervals, until at last two persons are told. One schedule for everything that must be repeated
 * until a bank has done it, such as releasing a hold or returning money. The count comes from our
 * table of calls, see {@code BankCalls.tries}, so that no step can forget it.
 *
 * @param pauses after the first, second, … failed try; after one more a case is opened, and retries
 *     continue beside it with the last pause. The defaults add up to about two hours.
 * @param refusals after this many refusals a case is opened at once, because a bank that was
 *     reached and refused will not change its mind when asked again
 */
@ConfigurationProperties("dvc.bank.retries")
public record RetrySchedule(
    @DefaultValue({"10s", "30s", "1m", "5m", "15m", "30m", "1h"}) List<Duration> pauses,
    @DefaultValue("3") int refusals) {

  public RetrySchedule {
    if (pauses.isEmpty() || refusals < 1) {
      throw new IllegalArgumentException(
          "dvc.bank.retries needs at least one pause and one refusal");
    }
    for (int at = 0; at < pauses.size(); at++) {
      var earlier = at == 0 ? Duration.ZERO : pauses.get(at - 1);
      if (pauses.get(at).compareTo(earlier) <= 0) {
        throw new IllegalArgumentException(
            "dvc.bank.retries.pauses[" + at + "] must be longer than the one before");
      }
    }
  }

  /** How long to wait after this many failed tries. */
  public Duration pauseAfter(Tries tries) {
    return pauses.get(Math.max(0, Math.min(tries.made(), pauses.size()) - 1));
  }

  /** Whether the failing tries need a case for people to decide. */
  public boolean needsCase(Tries tries) {
    return tries.made() > pauses.size() || tries.refused() >= refusals;
  }

  /**
   * How often an operation was requested within one attempt.
   *
   * @param made requests written down, whatever became of them
   * @param refused of these, how many reached the bank and were answered as not done
   */
  public record Tries(int made, int refused) {}
}
