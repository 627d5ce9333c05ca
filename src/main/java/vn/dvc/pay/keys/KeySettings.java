package vn.dvc.pay.keys;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where our signing key comes from, as configured under {@code dvc.keys}.
 *
 * @param dir holds {@code signing.jwks} when {@code signing} is not set
 * @param signing a JWK set (or one JWK) with private keys: the first one signs and all are
 *     published, so that a key is known before its first use and after its last
 * @param generate whether a missing file is created with a new key
 */
@ConfigurationProperties("dvc.keys")
record KeySettings(
    @DefaultValue("./data/keys") Path dir,
    @DefaultValue("") String signing,
    @DefaultValue("true") boolean generate) {

  /** Leaves the key out, because settings end up in logs. */
  @Override
  public String toString() {
    return "KeySettings[dir=" + dir + ", generate=" + generate + "]";
  }
}
