package vn.dvc.sandbox.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;

/** A bank's private keys in one file, generated at the first start and kept from then on. */
record StoredKeys(ECKey signing, RSAKey sealing, OctetSequenceKey hashing) {

  static StoredKeys in(Path file, String bin) {
    try {
      return Files.exists(file) ? read(file, bin) : create(file, bin);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store keys in " + file.toAbsolutePath(), e);
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("No usable keys in " + file.toAbsolutePath());
    }
  }

  private static StoredKeys read(Path file, String bin) throws IOException, ParseException {
    JWKSet set = JWKSet.parse(Files.readString(file));
    return new StoredKeys(
        (ECKey) set.getKeyByKeyId(bin + "-sig-1"),
        (RSAKey) set.getKeyByKeyId(bin + "-enc-1"),
        (OctetSequenceKey) set.getKeyByKeyId(bin + "-mac-1"));
  }

  private static StoredKeys create(Path file, String bin) throws IOException, JOSEException {
    StoredKeys keys =
        new StoredKeys(
            new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID(bin + "-sig-1")
                .generate(),
            new RSAKeyGenerator(2048)
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(JWEAlgorithm.RSA_OAEP_256)
                .keyID(bin + "-enc-1")
                .generate(),
            new OctetSequenceKeyGenerator(256).keyID(bin + "-mac-1").generate());
    keys.write(file);
    return keys;
  }

  /** Writes to a temporary file first, so that a crash leaves complete keys or none. */
  private void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, new JWKSet(List.of(signing, sealing, hashing)).toString(false));
    if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
