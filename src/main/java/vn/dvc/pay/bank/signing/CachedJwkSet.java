package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One bank's public keys, kept for a while. Fetched again when old or when they lack what is looked
 * for, but not more often than every few seconds, so that forged key ids flood nobody.
 */
class CachedJwkSet {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Supplier<Optional<JWKSet>> source;
  private final Duration kept;
  private final Clock clock;
  private JWKSet keys = new JWKSet();
  private Instant fetched = Instant.EPOCH;
  private Instant tried = Instant.EPOCH;

  CachedJwkSet(Supplier<Optional<JWKSet>> source, Duration kept, Clock clock) {
    this.source = source;
    this.kept = kept;
    this.clock = clock;
  }

  /** The keys, refreshed first when they do not please and may be refreshed. */
  synchronized JWKSet keys(Predicate<JWKSet> pleases) {
    var now = clock.instant();
    var old = now.isAfter(fetched.plus(kept));
    if ((old || !pleases.test(keys)) && now.isAfter(tried.plus(PAUSE))) {
      tried = now;
      source
          .get()
          .ifPresent(
              fresh -> {
                keys = fresh;
                fetched = now;
              });
    }
    return keys;
  }
}
