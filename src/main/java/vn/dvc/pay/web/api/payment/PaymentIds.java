package vn.dvc.pay.web.api.payment;

import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Reads the payment that a path names. */
final class PaymentIds {
  private PaymentIds() {}

  /**
   * @throws Problem payment-not-found (404) where no payment could bear such an id
   */
  static PaymentId known(String id) {
    try {
      return PaymentId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("payment-not-found");
    }
  }
}
