package vn.dvc.pay.payment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/**
 * Payments of dossiers, as the edges see them. Every call that changes something locks the payment,
 * checks its state, and tells the process in the same transaction.
 */
public interface Payments {
  /** One payment is one call to one bank, with a line for each fee. */
  int MAX_DOSSIERS = 60;

  /**
   * Starts a payment of all the dossiers' fees.
   *
   * @param payer the name is what the caller takes it to be and must be the dossiers', however it
   *     is typed; null where the caller knows the payer otherwise. The dossiers' is kept and
   *     printed
   * @param returnUrl where the payer's browser goes at the end; null for our own pages
   * @throws vn.dvc.pay.values.Problem dossier-not-found (404), dossier-in-payment, dossier-paid,
   *     dossier-cancelled, not-registered (409), method-not-offered, payer-differs,
   *     too-many-dossiers, no-dossiers (422)
   */
  Payment start(Payer payer, List<DossierCode> dossiers, Method method, String returnUrl);

  Optional<Payment> find(PaymentId id);

  /** The payer's payments, newest first, at most 50. */
  List<Payment> ofPayer(String payerId);

  /** Those of the payer's payments for which money came in that two persons still look at. */
  List<Payment> withMoneyLookedAt(String payerId);

  /**
   * Takes the sealed card to the issuing bank. The payment has left waiting_for_card when this
   * returns.
   *
   * @throws vn.dvc.pay.values.Problem not-awaiting-card, already-processing (409), bank-unknown,
   *     terms-not-accepted, sealed-value-invalid (422)
   */
  Payment enterCard(PaymentId id, String bank, String sealedCard, String termsVersion);

  /**
   * @throws vn.dvc.pay.values.Problem otp-not-awaited, otp-expired, already-processing (409),
   *     sealed-value-invalid (422)
   */
  Payment enterOtp(PaymentId id, String sealedOtp);

  /**
   * @throws vn.dvc.pay.values.Problem otp-not-awaited, resend-too-early, no-resends-left,
   *     already-processing (409)
   */
  Payment resendOtp(PaymentId id);

  /**
   * Cancels at a wait, or asks a call in flight to be the last. Cancelling twice is a no-op.
   *
   * @throws vn.dvc.pay.values.Problem already-processing (409) when money is being moved, or
   *     payment-finished (409)
   */
  Payment cancel(PaymentId id);

  /** The ways of paying that the policy offers this payer for this amount. */
  Set<Method> methodsFor(Payer payer, Money amount);

  /** How the payer pays. */
  enum Method {
    CARD,
    ACCOUNT,
    COUNTER
  }
}
