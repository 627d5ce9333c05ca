package vn.dvc.pay.web.api;

import vn.dvc.pay.values.Payer;

/** Reads a payer as the portal names it. */
final class Payers {

  private Payers() {}

  static Payer read(Fields payer) {
    return new Payer(
        payer.word("kind", Payer.Kind.class), payer.text("id", 20), payer.text("name", 200));
  }
}
