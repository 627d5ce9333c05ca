package vn.dvc.pay.bank.tls;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The certificates with which banks and we meet. Production refuses a bank without.
 *
 * @param banks by each bank's BIN; a bank without an entry is called without a certificate of ours
 * @param portBundle the SSL bundle with our certificate for the banks' port, {@code
 *     dvc.ports.banks}
 */
@ConfigurationProperties("dvc.mutual-tls")
public record MutualTls(
    @DefaultValue Map<String, Link> banks, @DefaultValue("bank-port") String portBundle) {

  Optional<Link> with(String bin) {
    return Optional.ofNullable(banks.get(bin));
  }

  /**
   * @param bundle the SSL bundle with our certificate for this bank, and the CA of its own
   * @param clientName a DNS name or the common name in the certificate with which the bank calls us
   */
  public record Link(String bundle, String clientName) {}
}
