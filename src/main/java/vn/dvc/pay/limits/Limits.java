package vn.dvc.pay.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.keys.Fingerprints;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/**
 * Limits tries across payments, sessions and nodes, by the rows of velocity-policy.dmn. What a
 * single payment allows (cards, codes, codes sent) is its own policies' matter.
 */
@Component
public class Limits {
  private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

  private final VelocityPolicy policy;
  private final TryCounts counts;
  private final Fingerprints fingerprints;
  private final DatabaseTime time;

  Limits(VelocityPolicy policy, TryCounts counts, Fingerprints fingerprints, DatabaseTime time) {
    this.policy = policy;
    this.counts = counts;
    this.fingerprints = fingerprints;
    this.time = time;
  }

  /**
   * Counts a try in the caller's transaction, so that one that comes to nothing costs nothing. The
   * address is counted as well if a payer's own request tries. Call it last of all locks.
   *
   * @param by whom or what the try concerns; stored as keyed hashes
   * @throws Problem too-many-tries (429), whatever the try would have found
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void count(Tried tried, Map<Counted, ? extends Collection<String>> by) {
    var now = time.now();
    List<TryCounts.Try> tries = new ArrayList<>();
    by.forEach((counted, subjects) -> add(tries, tried, counted, subjects, now));
    RequestAddress.ofPayer()
        .ifPresent(from -> add(tries, tried, Counted.ADDRESS, List.of(from), now));
    if (tries.isEmpty() || counts.count(tries, now)) {
      return;
    }
    var until = counts.freeFrom(tries, now);
    LOG.warn("Too many tries of {}, until {}", tried, until);
    throw refusal("too-many-tries", now, until);
  }

  /** Says when it may be tried again: how long to wait in seconds, and the time. */
  static Problem refusal(String code, Instant now, Instant until) {
    return new Problem(429, code)
        .with("retryAfter", Math.max(1, Duration.between(now, until).toSeconds() + 1))
        .with("retryAt", until.toString());
  }

  private void add(
      List<TryCounts.Try> tries,
      Tried tried,
      Counted by,
      Collection<String> subjects,
      Instant now) {
    var velocity = policy.of(tried, by);
    if (velocity.isLimited()) {
      subjects.stream()
          .distinct()
          .map(subject -> fingerprints.of(by.name(), subject))
          .map(
              hash ->
                  new TryCounts.Try(tried, by, hash, velocity.most(), now.plus(velocity.window())))
          .forEach(tries::add);
    }
  }
}
