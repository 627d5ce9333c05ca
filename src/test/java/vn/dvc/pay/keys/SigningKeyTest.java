package vn.dvc.pay.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class SigningKeyTest {
  @TempDir Path dir;

  @Test
  void aReceiverVerifiesWithThePublishedKey() throws Exception {
    var key = new SigningKey(settings(""), SigningKeys.es256());

    var detached = key.sign("request\nPOST");

    assertThat(verifies(key, detached, "request\nPOST")).isTrue();
    assertThat(verifies(key, detached, "request\nGET")).isFalse();
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws Exception {
    var first = new SigningKey(settings(""), SigningKeys.es256()).publicJwks();

    assertThat(new SigningKey(settings(""), SigningKeys.es256()).publicJwks()).isEqualTo(first);
    var file = dir.resolve("keys/signing.jwks");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void nothingPrivateIsPublished() throws Exception {
    var published =
        JWKSet.parse(new SigningKey(settings(""), SigningKeys.es256()).publicJwks()).getKeys();
    assertThat(published).isNotEmpty().noneMatch(JWK::isPrivate);
  }

  @Test
  void theFirstConfiguredKeySignsAndAllArePublished() throws Exception {
    ECKey next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
    ECKey old = new ECKeyGenerator(Curve.P_256).keyID("old").generate();

    var key =
        new SigningKey(
            settings(new JWKSet(List.of(next, old)).toString(false)), SigningKeys.es256());

    assertThat(JWSObject.parse(key.sign("x"), new Payload("x")).getHeader().getKeyID())
        .isEqualTo("next");
    assertThat(key.publicJwks().toString()).contains("next", "old");
    assertThat(Files.exists(dir.resolve("keys"))).isFalse();
  }

  @Test
  void anInvalidKeyPreventsTheStartAndIsNotQuoted() {
    assertThatThrownBy(
            () ->
                new SigningKey(
                    settings("{\"kty\":\"EC\",\"d\":\"top-secret\"}"), SigningKeys.es256()))
        .hasMessageContaining("dvc.keys.signing")
        .hasNoCause()
        .message()
        .doesNotContain("top-secret");
  }

  @Test
  void productionMakesNoKeyOfItsOwn() {
    assertThatThrownBy(
            () ->
                new SigningKey(
                    new KeySettings(dir.resolve("keys"), "", false), SigningKeys.es256()))
        .hasMessageContaining("No signing key");
  }

  private KeySettings settings(String signing) {
    return new KeySettings(dir.resolve("keys"), signing, true);
  }

  private static boolean verifies(SigningKey key, String detached, String payload)
      throws Exception {
    var jws = JWSObject.parse(detached, new Payload(payload));
    var published = JWKSet.parse(key.publicJwks());
    var own = published.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey();
    return jws.verify(new ECDSAVerifier(own));
  }
}
