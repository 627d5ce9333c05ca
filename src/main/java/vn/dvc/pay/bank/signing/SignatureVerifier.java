package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.keys.Es256;

/** Verifies that a bank signed something, and did so just now. */
@Component
public class SignatureVerifier {
  private final BankKeys keys;
  private final Clock clock;
  private final Duration skew;

  public SignatureVerifier(BankKeys keys, Clock clock, BankSettings settings) {
    this.keys = keys;
    this.clock = clock;
    this.skew = settings.bank().clockSkew();
  }

  public boolean isFresh(String time) {
    try {
      var off = Duration.between(Instant.parse(time), clock.instant()).abs();
      return off.compareTo(skew) <= 0;
    } catch (DateTimeException | ArithmeticException notTime) {
      return false;
    }
  }

  boolean isSigned(Bank bank, String signature, String lines) {
    return signer(bank, signature, lines).isPresent();
  }

  /** The bank's public key that verifies the signature, empty if the bank did not sign it. */
  public Optional<ECKey> signer(Bank bank, String signature, String lines) {
    try {
      var jws = JWSObject.parse(signature, Es256.payload(lines));
      if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())) {
        return Optional.empty();
      }
      var key = keys.forVerifying(bank, jws.getHeader().getKeyID());
      return key.isPresent() && jws.verify(key.get().verifier())
          ? Optional.of(key.get().jwk())
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalStateException notOne) {
      return Optional.empty();
    }
  }
}
