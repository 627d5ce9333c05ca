package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dvc.pay.values.Problem;

/** The configured banks, and the public keys with which browsers encrypt data for them. */
public interface Banks {

  List<Bank> all();

  Optional<Bank> find(String bin);

  /** The same, of a bank that must be configured. */
  default Bank require(String bin) {
    return find(bin).orElseThrow(() -> new IllegalStateException("No bank " + bin));
  }

  /** Why nothing new may start at this bank; empty if it may. */
  default Optional<Maintenance.Begun> maintenance(String bin) {
    return Optional.empty();
  }

  /**
   * For whatever would begin something new there.
   *
   * @throws Problem bank-in-maintenance (409)
   */
  default void requireOpen(String bin) {
    if (maintenance(bin).isPresent()) {
      throw Problem.conflict("bank-in-maintenance").with("bank", bin);
    }
  }

  /**
   * The bank's public encryption keys (JWKs with use=enc), cached for a while; empty if the bank
   * has never answered.
   */
  List<Map<String, Object>> sealingKeys(String bin);

  /**
   * Operators' switch for a bank that is under repair: nothing new starts there, what is under way
   * goes on. Other nodes follow within ten seconds.
   */
  interface Maintenance {

    /** Since when, by whom and why; empty if the bank is in service. */
    Optional<Begun> of(String bin);

    /**
     * @throws Problem bank-in-maintenance (409) if it has begun already
     */
    void begin(String bin, String actor, String reason);

    /**
     * @throws Problem bank-not-in-maintenance (409)
     */
    void end(String bin);

    record Begun(Instant at, String actor, String reason) {}
  }
}
