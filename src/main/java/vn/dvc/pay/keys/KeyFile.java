package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/**
 * Reads our private keys from the settings or from a file, creating the file where that is allowed.
 */
final class KeyFile {
  private static final String NAME = "signing.jwks";

  private final KeySettings settings;

  KeyFile(KeySettings settings) {
    this.settings = settings;
  }

  List<ECKey> keys() {
    if (!settings.signing().isBlank()) {
      return parse(settings.signing(), "dvc.keys.signing");
    }
    Path file = settings.dir().resolve(NAME);
    try {
      if (Files.notExists(file)) {
        if (!settings.generate()) {
          throw new IllegalStateException(
              "No signing key: set dvc.keys.signing, or put a JWK set into " + file);
        }
        create(file);
      }
      return parse(Files.readString(file), file.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Nodes that start together on one directory must end up with one key. A temporary file is
   * readable by its owner only, and creating a link, unlike a move, never replaces an existing
   * file.
   */
  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "signing", ".new");
    try {
      Files.writeString(fresh, new JWKSet(generate()).toString(false));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException anotherNodeWasFaster) {
      // Its key becomes ours too.
    } finally {
      Files.delete(fresh);
    }
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException noSuchCurve) {
      throw new IllegalStateException("Cannot generate a signing key", noSuchCurve);
    }
  }

  /** Parser exceptions may quote the key, so they are never passed on. */
  private static List<ECKey> parse(String text, String source) {
    try {
      var set =
          text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(List.of(JWK.parse(text)));
      var keys = set.getKeys().stream().map(KeyFile::checked).toList();
      if (!keys.isEmpty()) {
        return keys;
      }
    } catch (ParseException | IllegalArgumentException refused) {
      // Reported below without the exception's text.
    }
    throw new IllegalStateException(
        source + " must hold private EC P-256 keys with a kid, as a JWK or a JWK set");
  }

  private static ECKey checked(JWK key) {
    if (key instanceof ECKey ec
        && ec.isPrivate()
        && Curve.P_256.equals(ec.getCurve())
        && ec.getKeyID() != null) {
      return ec;
    }
    throw new IllegalArgumentException();
  }
}
