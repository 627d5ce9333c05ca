package vn.dvc.pay.payment;

import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.values.PaymentId;

/** The documents of a payment. Each is rendered once and then served byte for byte. */
public interface PaymentDocuments {

  /**
   * A summary of the whole payment with all its dossiers.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), payment-not-paid (409)
   */
  Document summary(PaymentId id, DocumentLanguage language);

  /**
   * The confirmation for one dossier, identified by receipt number.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found, receipt-not-found (404)
   */
  Document receipt(PaymentId id, String number, DocumentLanguage language);

  /**
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), no-instruction (409) if it is not,
   *     or no longer, payable at the counter
   */
  Document instruction(PaymentId id, DocumentLanguage language);
}
