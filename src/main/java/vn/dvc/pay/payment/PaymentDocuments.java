package vn.dvc.pay.payment;

import vn.dvc.pay.documents.Document;
import vn.dvc.pay.values.PaymentId;

/** The papers of a payment. Each is made once and served again, byte for byte. */
public interface PaymentDocuments {

  /**
   * The whole payment, all its dossiers.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), payment-not-paid (409)
   */
  Document summary(PaymentId id);

  /**
   * The confirmation of one dossier, by its receipt's number.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found, receipt-not-found (404)
   */
  Document receipt(PaymentId id, String number);

  /**
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), no-instruction (409) when it is not
   *     to be paid at the counter (any more)
   */
  Document instruction(PaymentId id);
}
