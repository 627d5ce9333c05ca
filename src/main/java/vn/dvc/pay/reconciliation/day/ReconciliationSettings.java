package vn.dvc.pay.reconciliation.day;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the reconciliation, configured under {@code dvc.reconciliation}.
 *
 * @param after how long after a day's end its statement is requested
 * @param fetchPauses pauses between tries to get a statement, or a complete one; the last one
 *     repeats
 * @param caseAfter the number of tries after which a case is opened
 * @param matchPauses pauses before differences that may settle themselves are matched again; after
 *     the last one a case is opened
 * @param margin how close to a statement's end a movement may belong to the next statement
 * @param again how many earlier days are matched again with each day
 */
@ConfigurationProperties("dvc.reconciliation")
record ReconciliationSettings(
    @DefaultValue("30m") Duration after,
    @DefaultValue({"5m", "15m", "30m", "1h", "2h", "4h", "8h", "12h"}) List<Duration> fetchPauses,
    @DefaultValue("4") int caseAfter,
    @DefaultValue({"10s", "30s", "1m", "5m", "15m"}) List<Duration> matchPauses,
    @DefaultValue("5m") Duration margin,
    @DefaultValue("7") int again) {

  Duration fetchPause(int tries) {
    return fetchPauses.get(Math.min(tries, fetchPauses.size()) - 1);
  }

  Duration matchPause(int matches) {
    return matchPauses.get(Math.min(matches, matchPauses.size()) - 1);
  }
}
