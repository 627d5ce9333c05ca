package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One bank's public keys, cached. Fetched again when they are old or lack a wanted key, but only
 * every few seconds, so that forged key ids cannot flood a bank with requests.
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

  /** The keys, refreshed first if they do not suffice and a refresh is allowed. */
  synchronized JWKSet keys(Predicate<JWKSet> suffice) {
    var now = clock.instant();
    var old = now.isAfter(fetched.plus(kept));
    if ((old || !suffice.test(keys)) && now.isAfter(tried.plus(PAUSE))) {
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
