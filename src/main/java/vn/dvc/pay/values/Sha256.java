package vn.dvc.pay.values;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of bytes, or of several pieces one after the other. */
public final class Sha256 {
  private Sha256() {}

  public static String hex(byte[]... pieces) {
    return HexFormat.of().formatHex(bytes(pieces));
  }

  /** In the alphabet for addresses, without padding. */
  public static String base64Url(byte[]... pieces) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(pieces));
  }

  public static byte[] bytes(byte[]... pieces) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var piece : pieces) {
        digest.update(piece);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
