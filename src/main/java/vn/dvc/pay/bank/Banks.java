package vn.dvc.pay.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The banks we know, and the public keys under which a payer's browser seals for them. */
public interface Banks {

  List<Bank> all();

  Optional<Bank> find(String bin);

  /**
   * The bank's public keys for sealing (JWKs with use=enc), fetched from the bank and kept for a
   * while; empty when the bank has never answered.
   */
  List<Map<String, Object>> sealingKeys(String bin);
}
