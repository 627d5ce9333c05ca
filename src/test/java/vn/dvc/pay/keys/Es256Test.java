package vn.dvc.pay.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("fast")
class Es256Test {
  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);
  private static final byte[] TEXT = "request\nPOST".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "request\nGET".getBytes(StandardCharsets.UTF_8);

  private final Es256 plain = new Es256(null);
  private final ECKey key = key();

  Es256Test() throws JOSEException {}

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void theNativeLibraryLoadsAndBothWaysAcceptEachOther() throws Exception {
    var provider = NativeCryptography.load();
    assertThat(provider).isNotNull();
    var fast = new Es256(provider);

    for (var signing : new Es256[] {fast, plain}) {
      var signature = signing.signer(key).sign(HEADER, TEXT);
      for (var verifying : new Es256[] {fast, plain}) {
        var verifier = verifying.verifier(key.toPublicJWK());
        assertThat(verifier.verify(HEADER, TEXT, signature)).isTrue();
        assertThat(verifier.verify(HEADER, OTHER, signature)).isFalse();
      }
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void neitherWayAcceptsWhatIsNoSignature() throws Exception {
    var forged =
        new Base64URL[] {
          Base64URL.encode(new byte[64]),
          Base64URL.encode(new byte[63]),
          new Base64URL(""),
          plain.signer(key()).sign(HEADER, TEXT)
        };
    for (var verifying : new Es256[] {new Es256(NativeCryptography.load()), plain}) {
      var verifier = verifying.verifier(key);
      for (var signature : forged) {
        assertThat(verifier.verify(HEADER, TEXT, signature)).isFalse();
      }
    }
  }

  @Test
  void withoutTheLibraryPlainJavaSigns() throws Exception {
    var provider = NativeCryptography.load("no.such.Library");

    assertThat(provider).isNull();
    var signature = new Es256(provider).signer(key).sign(HEADER, TEXT);
    assertThat(plain.verifier(key).verify(HEADER, TEXT, signature)).isTrue();
  }

  @Test
  void aLibraryWithoutItsNativePartIsNotUsed() {
    assertThat(NativeCryptography.load(EmptyProvider.class.getName())).isNull();
  }

  @Test
  void aLibraryThatAcceptsEverySignatureIsNotUsed() {
    assertThat(NativeCryptography.load(GullibleProvider.class.getName())).isNull();
  }

  private static ECKey key() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).generate();
  }
}
