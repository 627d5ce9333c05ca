package vn.dvc.pay.bank.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import vn.dvc.pay.bank.contract.BankMapper;

/** The lines over which requests and answers are signed, as contract bank-v1 lists them. */
public final class SignedLines {
  private SignedLines() {}

  public static String ofRequest(
      BankMapper.Message message, String call, String time, String nonce) {
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

  public static String sha256(byte[] body) {
    return HexFormat.of().formatHex(hash(body));
  }

  private static String digest(byte[] body) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(body));
  }

  private static byte[] hash(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
