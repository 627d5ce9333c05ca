package vn.dvc.pay.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of the meaning of a start request; differences in JSON formatting do not change it. */
final class RequestFingerprint {
  private final MessageDigest digest;

  RequestFingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * Each part is preceded by its length, so that two different requests never yield the same bytes.
   */
  RequestFingerprint add(String part) {
    if (part == null) {
      digest.update("-;".getBytes(StandardCharsets.UTF_8));
      return this;
    }
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
