package vn.dvc.pay.payment;

import vn.dvc.pay.documents.Paper;
import vn.dvc.pay.values.PaymentId;

/** The papers of a payment. Each is made once and served again, byte for byte. */
public interface PaymentPapers {

  /**
   * The whole payment, all its dossiers.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), payment-not-paid (409)
   */
  Paper summary(PaymentId id);

  /**
   * The confirmation of one dossier, by its receipt's number.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found, receipt-not-found (404)
   */
  Paper receipt(PaymentId id, String number);

  /**
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), no-instruction (409) when it is not
   *     to be paid at the counter (any more)
   */
  Paper instruction(PaymentId id);
}
