package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.ShortReference;

/**
 * Payments of dossiers, as the edges see them. Every change locks the payment, checks its state and
 * notifies the process in one transaction.
 */
public interface Payments {
  /** A payment is a single call to one bank, with a line per fee, so its size is limited. */
  int MAX_DOSSIERS = 60;

  /**
   * Starts a payment of all fees of the dossiers.
   *
   * @param id of the payment to come: a caller who stores it beforehand need not store it again
   * @param payer the name must match the dossiers' payer, ignoring differences in spelling; null if
   *     the caller identified the payer by other means. The name in the dossiers is stored and
   *     printed
   * @param returnUrl where the payer's browser goes at the end; null to stay on our pages
   * @param startedBy which of the payer's persons starts it; null if the caller does not know
   * @throws vn.dvc.pay.values.Problem dossier-not-found (404), dossier-in-payment, dossier-paid,
   *     dossier-cancelled, not-registered (409), method-not-offered, payer-differs,
   *     too-many-dossiers, no-dossiers (422), maker-missing (422) if two persons are wanted
   */
  Payment start(
      PaymentId id,
      @Nullable Payer payer,
      List<DossierCode> dossiers,
      Method method,
      @Nullable String returnUrl,
      @Nullable Person startedBy);

  /** The same, with a fresh id, by a caller who does not know which person starts it. */
  Payment start(
      @Nullable Payer payer, List<DossierCode> dossiers, Method method, @Nullable String returnUrl);

  Optional<Payment> find(PaymentId id);

  /** Whose payments these are; one that does not exist is left out. */
  Map<PaymentId, Payer> payersOf(Collection<PaymentId> ids);

  /** The payments with this reference: hardly ever more than one. */
  List<Payment> withReference(ShortReference reference);

  /** The payer's payments, newest first, a page of at most 50. */
  List<Payment> ofPayer(String payerId, int page);

  /**
   * The payer's payments that were paid in this time, whatever was given back since, oldest first;
   * a page of at most 50.
   */
  List<Payment> paidBy(String payerId, Instant from, Instant until, int page);

  /** The payer's payments with money under review. */
  List<Payment> withMoneyLookedAt(String payerId);

  /**
   * Sends the sealed card to the issuing bank. When this returns, the payment has left
   * waiting_for_card.
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

  /** The payer's payments that wait for a second person, newest first, at most 50. */
  List<Payment> waitingForApproval(String payerId);

  /**
   * Approves a payment that another person made. When this returns, its debit has been recorded, or
   * it has ended because it may not be debited.
   *
   * @throws vn.dvc.pay.values.Problem approval-not-awaited, approval-of-own-payment,
   *     bank-in-maintenance (409)
   */
  Payment approve(PaymentId id, Person checker);

  /**
   * Refuses a payment that another person made, which ends it.
   *
   * @throws vn.dvc.pay.values.Problem approval-not-awaited, approval-of-own-payment (409),
   *     reason-missing, reason-too-long, reason-unusable (422)
   */
  Payment refuse(PaymentId id, Person checker, String reason);

  /**
   * Cancels a waiting payment, or stops it after the call in flight. Cancelling twice is a no-op.
   *
   * @throws vn.dvc.pay.values.Problem already-processing (409) while money is moving, or
   *     payment-finished (409)
   */
  Payment cancel(PaymentId id);

  /** As above, where it is known who does it. */
  Payment cancel(PaymentId id, Person by);

  /** The methods that the policy offers this payer for this amount. */
  Set<Method> methodsFor(Payer payer, Money amount);

  /** The payment methods. */
  enum Method {
    CARD,
    ACCOUNT,
    COUNTER
  }
}
