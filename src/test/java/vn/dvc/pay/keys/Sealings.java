package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.util.List;

/** Seals for tests that run without Spring. */
public final class Sealings {
  private Sealings() {}

  public static Sealing fresh() {
    return with(key());
  }

  /** The first key seals. */
  static Sealing with(ECKey... keys) {
    var set = new JWKSet(List.<JWK>of(keys)).toString(false);
    return new Sealing(new KeySettings(Path.of("none"), set, false));
  }

  static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
