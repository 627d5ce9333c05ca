package vn.dvc.pay.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** What a request to start a payment says, as a hash: the same however it was spelled in JSON. */
final class BodyDigest {

  private BodyDigest() {}

  static String of(Payer payer, List<DossierCode> dossiers, Method method, String returnUrl) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, payer.kind().name());
      add(digest, payer.id());
      add(digest, payer.name());
      add(digest, method.name());
      add(digest, returnUrl);
      dossiers.forEach(code -> add(digest, code.text()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Each part with its length, so that no two requests run together to the same bytes. */
  private static void add(MessageDigest digest, String part) {
    if (part == null) {
      digest.update("-;".getBytes(StandardCharsets.UTF_8));
      return;
    }
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
