package vn.dvc.pay.bank.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of the keys at a bank's address count. */
@Tag("fast")
class PinnedKeySourceTest {

  @Test
  void onlyKeysThatWereAgreedOnAreUsed() throws Exception {
    var agreed = new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toPublicJWK();
    var next = new ECKeyGenerator(Curve.P_256).keyID("k2").generate().toPublicJWK();
    var strangers = new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toPublicJWK();
    var thumbprints =
        Set.of(agreed.computeThumbprint().toString(), next.computeThumbprint().toString());

    var kept =
        PinnedKeySource.agreed(new JWKSet(List.of(strangers, agreed, next)), "970415", thumbprints);

    assertThat(kept.getKeys()).containsExactly(agreed, next);
  }
}
