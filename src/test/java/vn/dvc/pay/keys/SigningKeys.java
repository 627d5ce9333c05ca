package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;

/** Signing keys for tests that run without Spring. */
public final class SigningKeys {
  private SigningKeys() {}

  /** As the application signs and verifies. */
  public static Es256 es256() {
    return new Es256();
  }

  /** What is secret of the key that an application keeps in this folder. */
  public static String privatePart(String folder) {
    var settings = new KeySettings(Path.of(folder), "", false);
    return new KeyFile(settings).keys().get(0).getD().toString();
  }

  public static SigningKey fresh() {
    try {
      var key = new ECKeyGenerator(Curve.P_256).keyID("ours").generate();
      return new SigningKey(new KeySettings(Path.of("none"), key.toJSONString(), false), es256());
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
