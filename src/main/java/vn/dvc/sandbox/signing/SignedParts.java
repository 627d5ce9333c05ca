package vn.dvc.sandbox.signing;

import java.util.List;

/**
 * The parts of a request that are signed, as received; absent headers are empty.
 *
 * @param path the path below the bank's base URL
 */
public record SignedParts(
    String method,
    String path,
    byte[] body,
    String call,
    String time,
    String nonce,
    String signature) {

  byte[] signedText() {
    return SignedText.of(List.of("request", method, path, Digest.of(body), call, time, nonce));
  }
}
