package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.BankSettings;

/** The public keys that each bank publishes. Never fails, but a bank may have no keys. */
@Component
public class BankKeys {
  private final Map<String, CachedJwkSet> jwkSets = new ConcurrentHashMap<>();
  private final KeySource source;
  private final BankSettings settings;
  private final Clock clock;

  public BankKeys(KeySource source, BankSettings settings, Clock clock) {
    this.source = source;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<ECKey> forVerifying(Bank bank, String keyId) {
    if (keyId == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            jwkSet(bank).keys(keys -> keys.getKeyByKeyId(keyId) != null).getKeyByKeyId(keyId))
        .filter(key -> key.getKeyUse() != KeyUse.ENCRYPTION)
        .filter(ECKey.class::isInstance)
        .map(ECKey.class::cast);
  }

  /**
   * Whether any key of the bank is known; without one its answers could not be verified, so nothing
   * is sent.
   */
  public boolean hasKeys(Bank bank) {
    return !jwkSet(bank).keys(keys -> !keys.isEmpty()).isEmpty();
  }

  public List<Map<String, Object>> forSealing(Bank bank) {
    return jwkSet(bank).keys(keys -> !keys.isEmpty()).getKeys().stream()
        .filter(key -> key instanceof RSAKey && key.getKeyUse() == KeyUse.ENCRYPTION)
        .map(JWK::toPublicJWK)
        .map(JWK::toJSONObject)
        .toList();
  }

  private CachedJwkSet jwkSet(Bank bank) {
    return jwkSets.computeIfAbsent(
        bank.bin(),
        bin -> new CachedJwkSet(() -> source.fetch(bank), settings.bank().keysKept(), clock));
  }
}
