package vn.dvc.pay.web.api;

import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.IdentityNumber;

/** Reads a payer as the portal identifies it. */
public final class PayerReader {

  private static final int MAX_ID_LENGTH = 20;

  private PayerReader() {}

  /**
   * Reads a payer id from a query parameter.
   *
   * @throws Problem parameter-invalid (400) if the text cannot be a payer id, so that it never
   *     reaches the database
   */
  public static String asked(String id) {
    if (id.isBlank()
        || id.length() > MAX_ID_LENGTH
        || id.chars().anyMatch(Character::isISOControl)) {
      throw new Problem(400, "parameter-invalid").with("parameter", "payer");
    }
    return IdentityNumber.normal(id);
  }

  public static Payer read(JsonFields payer) {
    return new Payer(
        payer.word("kind", Payer.Kind.class),
        payer.text("id", MAX_ID_LENGTH),
        payer.text("name", 200));
  }
}
