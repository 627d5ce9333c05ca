package vn.dvc.sandbox.signing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text that is signed, line by line as the contract bank-v1 lists it. */
final class SignedText {

  private SignedText() {}

  static byte[] of(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
