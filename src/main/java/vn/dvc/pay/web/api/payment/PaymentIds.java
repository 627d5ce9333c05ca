package vn.dvc.pay.web.api.payment;

import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Reads the payment id in a path. */
final class PaymentIds {
  private PaymentIds() {}

  /**
   * @throws Problem payment-not-found (404) if the text cannot be a payment id
   */
  static PaymentId known(String id) {
    try {
      return PaymentId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("payment-not-found");
    }
  }
}
