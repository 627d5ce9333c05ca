package vn.dvc.pay.bank.channel;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.signing.KeySource;

/** Fetches the banks' keys over {@link BankRoutes}. */
@Component
class CamelKeySource implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger(CamelKeySource.class);

  private final ProducerTemplate camel;

  CamelKeySource(ProducerTemplate camel) {
    this.camel = camel;
  }

  @Override
  public Optional<JWKSet> fetch(Bank bank) {
    try {
      var body = camel.requestBody(BankRoutes.address(BankRoutes.keys(bank)), null, byte[].class);
      return Optional.of(JWKSet.parse(new String(body, StandardCharsets.UTF_8)).toPublicJWKSet());
    } catch (ParseException | RuntimeException unreachable) {
      LOG.warn(
          "Fetching the keys of bank {} failed: {}", bank.bin(), FailureClassifier.of(unreachable));
      return Optional.empty();
    }
  }
}
