package vn.dvc.pay.web.api;

import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Reads a payer as the portal names it. */
public final class PayerReader {

  private static final int LONGEST_ID = 20;

  private PayerReader() {}

  /**
   * The payer's id as a parameter asks for it.
   *
   * @throws Problem parameter-invalid (400) where it cannot be one, so that no database sees it
   */
  public static String asked(String id) {
    if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw new Problem(400, "parameter-invalid").with("parameter", "payer");
    }
    return id;
  }

  public static Payer read(JsonFields payer) {
    return new Payer(
        payer.word("kind", Payer.Kind.class),
        payer.text("id", LONGEST_ID),
        payer.text("name", 200));
  }
}
