package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One bank's public keys, cached. Fetched again when they are old or lack a wanted key, but only
 * every few seconds, so that forged key ids cannot flood a bank with requests, and by one caller at
 * a time: a bank that is slow to answer keeps nobody else waiting.
 */
class CachedJwkSet {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Supplier<Optional<JWKSet>> source;
  private final Duration kept;
  private final Clock clock;
  private final AtomicBoolean isFetching = new AtomicBoolean();
  private volatile Fetched last = new Fetched(new JWKSet(), Instant.EPOCH);
  private volatile Instant tried = Instant.EPOCH;

  CachedJwkSet(Supplier<Optional<JWKSet>> source, Duration kept, Clock clock) {
    this.source = source;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * The keys, refreshed first if they do not suffice and a refresh is allowed; the last ones while
   * somebody else refreshes them.
   */
  JWKSet keys(Predicate<JWKSet> suffice) {
    if (isRefreshDue(suffice) && isFetching.compareAndSet(false, true)) {
      try {
        refresh(suffice);
      } finally {
        isFetching.set(false);
      }
    }
    return last.keys();
  }

  private void refresh(Predicate<JWKSet> suffice) {
    if (isRefreshDue(suffice)) { // another caller may just have done it
      var now = clock.instant();
      tried = now;
      source.get().ifPresent(fresh -> last = new Fetched(fresh, now));
    }
  }

  private boolean isRefreshDue(Predicate<JWKSet> suffice) {
    var now = clock.instant();
    var known = last;
    return (now.isAfter(known.at().plus(kept)) || !suffice.test(known.keys()))
        && now.isAfter(tried.plus(PAUSE));
  }

  private record Fetched(JWKSet keys, Instant at) {}
}
