package vn.dvc.pay.keys;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where our signing key comes from, as configured under {@code dvc.keys}.
 *
 * @param dir holds {@code signing.jwks} when {@code signing} is not set
 * @param signing a JWK set (or one JWK) with private keys: the first one signs, all are published,
 *     so that a key can be announced before it is used and known after it was
 * @param generate whether a missing file is made, once, with a fresh key
 */
@ConfigurationProperties("dvc.keys")
record KeySettings(
    @DefaultValue("./data/keys") Path dir,
    @DefaultValue("") String signing,
    @DefaultValue("true") boolean generate) {

  /** Without the key: settings end up in logs. */
  @Override
  public String toString() {
    return "KeySettings[dir=" + dir + ", generate=" + generate + "]";
  }
}
