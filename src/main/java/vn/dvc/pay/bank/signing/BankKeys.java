package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
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
import vn.dvc.pay.keys.Es256;

/** The public keys that each bank publishes. Never fails, but a bank may have no keys. */
@Component
public class BankKeys {
  private final Map<String, CachedJwkSet> jwkSets = new ConcurrentHashMap<>();
  private final Map<List<String>, VerifyingKey> verifying = new ConcurrentHashMap<>();
  private final KeySource source;
  private final BankSettings settings;
  private final Clock clock;
  private final Es256 es256;

  public BankKeys(KeySource source, BankSettings settings, Clock clock, Es256 es256) {
    this.source = source;
    this.settings = settings;
    this.clock = clock;
    this.es256 = es256;
  }

  /** Empty if the bank publishes no such key, or none that can be used. */
  Optional<VerifyingKey> forVerifying(Bank bank, String keyId) {
    if (keyId == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            jwkSet(bank).keys(keys -> keys.getKeyByKeyId(keyId) != null).getKeyByKeyId(keyId))
        .filter(key -> key.getKeyUse() != KeyUse.ENCRYPTION)
        .filter(ECKey.class::isInstance)
        .map(ECKey.class::cast)
        .flatMap(key -> parsed(bank, key));
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

  /** Parsed once, and again if the bank gives another key the same id. */
  private Optional<VerifyingKey> parsed(Bank bank, ECKey key) {
    var id = List.of(bank.bin(), key.getKeyID());
    var known = verifying.get(id);
    if (known != null && known.jwk().equals(key)) {
      return Optional.of(known);
    }
    try {
      var fresh = new VerifyingKey(key, es256.verifier(key));
      verifying.put(id, fresh);
      return Optional.of(fresh);
    } catch (JOSEException unusable) {
      return Optional.empty();
    }
  }

  private CachedJwkSet jwkSet(Bank bank) {
    return jwkSets.computeIfAbsent(
        bank.bin(),
        bin -> new CachedJwkSet(() -> source.fetch(bank), settings.bank().keysKept(), clock));
  }

  /** A public key as the bank published it, and what verifies with it. */
  record VerifyingKey(ECKey jwk, JWSVerifier verifier) {}
}
