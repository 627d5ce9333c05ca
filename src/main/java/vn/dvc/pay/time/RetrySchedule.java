package vn.dvc.pay.time;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dvc.pay.bank.BankCalls;

/**
 * When a request that surely had no effect is made again, {@code dvc.bank.retries}: further and
 * further apart, and at last two persons are told. One schedule for whatever must be repeated until
 * a bank has done it: releasing a hold, giving money back. The count comes from our table of calls,
 * see {@link BankCalls#tries}, so that no step can forget it.
 *
 * @param pauses after the first, second, … try in vain; after one more a case is opened, and the
 *     last pause goes on beside it. The defaults make that about two hours.
 * @param refusals a bank that was reached this often and did not do it will not do it by being
 *     asked: the case comes at once
 */
@ConfigurationProperties("dvc.bank.retries")
public record RetrySchedule(
    @DefaultValue({"10s", "30s", "1m", "5m", "15m", "30m", "1h"}) List<Duration> pauses,
    @DefaultValue("3") int refusals) {

  public RetrySchedule {
    if (pauses.isEmpty() || refusals < 1) {
      throw new IllegalArgumentException("dvc.bank.retries needs a pause and a refusal at least");
    }
    for (int at = 0; at < pauses.size(); at++) {
      var earlier = at == 0 ? Duration.ZERO : pauses.get(at - 1);
      if (pauses.get(at).compareTo(earlier) <= 0) {
        throw new IllegalArgumentException(
            "dvc.bank.retries.pauses[" + at + "] must be longer than the one before");
      }
    }
  }

  /** How long to wait after so many tries in vain. */
  public Duration pauseAfter(Tries tries) {
    return pauses.get(Math.max(0, Math.min(tries.made(), pauses.size()) - 1));
  }

  /** Whether people must be told that it does not succeed. */
  public boolean needsCase(Tries tries) {
    return tries.made() > pauses.size() || tries.refused() >= refusals;
  }

  /**
   * How often an operation was asked for within one attempt.
   *
   * @param made written down, whatever became of it
   * @param refused of these, how many reached the bank, which then told that it had not done it
   */
  public record Tries(int made, int refused) {}
}
