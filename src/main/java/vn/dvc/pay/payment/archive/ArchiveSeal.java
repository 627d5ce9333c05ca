package vn.dvc.pay.payment.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dvc.pay.keys.SigningKey;
import vn.dvc.pay.values.Json;

/**
 * What vouches for an archive: a line of JSON with the month, the number of rows of each table and
 * the file's SHA-256, and below it our signature under this line (a detached JWS).
 */
record ArchiveSeal(String content, String signature) {

  static ArchiveSeal of(Path file, String month, Map<String, Long> rows, SigningKey key)
      throws IOException {
    var content =
        Json.write(
            new TreeMap<>(
                Map.of("month", month, "rows", new TreeMap<>(rows), "sha256", hash(file))));
    return new ArchiveSeal(content, key.sign(content));
  }

  static ArchiveSeal read(Path seal) throws IOException {
    var lines = Files.readAllLines(seal);
    return new ArchiveSeal(
        lines.isEmpty() ? "" : lines.get(0), lines.size() < 2 ? "" : lines.get(1));
  }

  void write(Path seal) throws IOException {
    Files.write(seal, List.of(content, signature));
  }

  /** Whether we have sealed this very file. */
  boolean fits(Path file, SigningKey key) throws IOException {
    return key.hasSigned(content, signature) && hash(file).equals(said().get("sha256"));
  }

  /** Which month's payments it vouches for, such as {@code 2026-01}. */
  String month() {
    return String.valueOf(said().get("month"));
  }

  private Map<String, Object> said() {
    return Json.read(content, new TypeReference<>() {});
  }

  private static String hash(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
        bytes.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
