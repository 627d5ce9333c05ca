package vn.dvc.pay.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The lines that requests and answers sign, as the contract bank-v1 lists them. */
final class SignedLines {
  private SignedLines() {}

  static String ofRequest(BankMapper.Message message, String call, String time, String nonce) {
    return String.join(
        "\n",
        "request",
        message.method(),
        message.path(),
        digest(message.body()),
        call,
        time,
        nonce);
  }

  static String ofAnswer(
      int status, String path, byte[] body, String call, String time, String nonce) {
    return String.join(
        "\n", "answer", String.valueOf(status), path, digest(body), call, time, nonce);
  }

  static byte[] bytes(String lines) {
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] body) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
