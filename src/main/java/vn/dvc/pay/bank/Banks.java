package vn.dvc.pay.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured banks, and the public keys with which browsers encrypt data for them. */
public interface Banks {

  List<Bank> all();

  Optional<Bank> find(String bin);

  /** The same, of a bank that must be configured. */
  default Bank require(String bin) {
    return find(bin).orElseThrow(() -> new IllegalStateException("No bank " + bin));
  }

  /**
   * The bank's public encryption keys (JWKs with use=enc), cached for a while; empty if the bank
   * has never answered.
   */
  List<Map<String, Object>> sealingKeys(String bin);
}
