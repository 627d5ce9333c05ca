package vn.dvc.pay.web.pages.payment;

import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;

/**
 * The payments that the signed-in payer may see. Another payer's payment is reported as not found,
 * exactly like one that does not exist.
 */
@Component
public class OwnPayments {
  private final Payments payments;

  OwnPayments(Payments payments) {
    this.payments = payments;
  }

  public Payment find(String id, SignedInPayer payer) {
    return payments
        .find(parse(id))
        .filter(payment -> payment.payer().id().equals(payer.id()))
        .orElseThrow(() -> Problem.notFound("payment-not-found"));
  }

  private static PaymentId parse(String id) {
    try {
      return PaymentId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("payment-not-found");
    }
  }
}
