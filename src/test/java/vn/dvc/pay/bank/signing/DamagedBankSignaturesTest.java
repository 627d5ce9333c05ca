package vn.dvc.pay.bank.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.testing.Fuzz;

/** What says that it was signed by a bank, and when, as anybody may send it. */
@Tag("fast")
class DamagedBankSignaturesTest {
  private static final String LINES = "POST\n/bank/v1/notices\nN-1";
  private static final String NOW = "2026-11-29T05:00:00Z";

  private final ECKey key = key();
  private final Bank bank = mock(Bank.class);
  private final SignatureVerifier verifier = verifier();

  @Test
  void damagedSignatureIsTheBanksOrNobodys() throws Exception {
    var good = signature();
    assertThat(verifier.signer(bank, good, LINES)).isPresent();
    Fuzz.damage(
        "bank-signatures",
        Fuzz.texts(good),
        damaged -> {
          var signature = new String(damaged, UTF_8);
          assertThat(verifier.signer(bank, signature, LINES + "0")).isEmpty();
          verifier.signer(bank, signature, LINES);
        });
    Fuzz.damage(
        "bank-lines",
        Fuzz.texts(LINES),
        damaged -> {
          var lines = new String(damaged, UTF_8);
          assertThat(verifier.isSigned(bank, good, lines)).isEqualTo(lines.equals(LINES));
        });
  }

  @Test
  void damagedTimeIsFreshOrNot() {
    assertThat(verifier.isFresh(NOW)).isTrue();
    Fuzz.damage(
        "signature-times",
        Fuzz.texts(NOW, "+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z"),
        damaged -> verifier.isFresh(new String(damaged, UTF_8)));
  }

  private SignatureVerifier verifier() {
    try {
      var keys = mock(BankKeys.class);
      var known = new BankKeys.VerifyingKey(key.toPublicJWK(), new ECDSAVerifier(key));
      when(keys.forVerifying(any(), any()))
          .thenAnswer(
              call -> "sig-1".equals(call.getArgument(1)) ? Optional.of(known) : Optional.empty());
      var settings = mock(BankSettings.class, Answers.RETURNS_DEEP_STUBS);
      when(settings.bank().clockSkew()).thenReturn(Duration.ofSeconds(60));
      return new SignatureVerifier(keys, Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC), settings);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Detached, as banks send it. */
  private String signature() throws Exception {
    var jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("sig-1").build(), new Payload(LINES));
    jws.sign(new ECDSASigner(key));
    return jws.serialize(true);
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("sig-1").generate();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
