package vn.dvc.sandbox.signing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines under a signature, as the contract bank-v1 lists them. */
final class SignedText {

  private SignedText() {}

  static byte[] of(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
