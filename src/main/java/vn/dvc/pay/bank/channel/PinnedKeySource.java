package vn.dvc.pay.bank.channel;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.PinnedKeys;
import vn.dvc.pay.bank.signing.KeySource;

/**
 * Of the keys that a bank publishes, those that were agreed with it. Otherwise whoever answers at
 * its address could sign for it, and read the card data that we seal for it.
 */
@Component
@Primary
class PinnedKeySource implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger(PinnedKeySource.class);

  private final CamelKeySource published;
  private final PinnedKeys pinned;

  PinnedKeySource(CamelKeySource published, PinnedKeys pinned) {
    this.published = published;
    this.pinned = pinned;
  }

  @Override
  public Optional<JWKSet> fetch(Bank bank) {
    return published.fetch(bank).map(keys -> agreed(keys, bank.bin()));
  }

  private JWKSet agreed(JWKSet keys, String bin) {
    var agreed = pinned.of(bin);
    return agreed.isEmpty() ? keys : agreed(keys, bin, agreed);
  }

  static JWKSet agreed(JWKSet keys, String bin, Set<String> thumbprints) {
    var kept = keys.getKeys().stream().filter(key -> isAmong(thumbprints, key)).toList();
    if (kept.size() < keys.size()) {
      LOG.error(
          "Bank {} publishes {} keys that were not agreed with it; they are not used",
          bin,
          keys.size() - kept.size());
    }
    return new JWKSet(kept);
  }

  private static boolean isAmong(Set<String> thumbprints, JWK key) {
    try {
      return thumbprints.contains(key.computeThumbprint().toString());
    } catch (JOSEException noThumbprint) {
      return false;
    }
  }
}
