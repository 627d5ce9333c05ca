package vn.dvc.pay.web.idempotency;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Sha256;

/** A hash of the meaning of a start request; differences in JSON formatting do not change it. */
final class RequestFingerprint {
  private final StringBuilder parts = new StringBuilder();

  /**
   * Each part is preceded by its length, so that two different requests never yield the same bytes.
   */
  RequestFingerprint add(@Nullable String part) {
    if (part == null) {
      parts.append("-;");
      return this;
    }
    parts.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
    return this;
  }

  String text() {
    return Sha256.hex(parts.toString().getBytes(StandardCharsets.UTF_8));
  }
}
