package vn.dvc.pay.web.api.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.api.Explanation;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.StatusChange;

/**
 * A payment as the API shows it.
 *
 * @param reasonText what the reason means and what the payer can do; null if there is no reason
 * @param account the debited account, masked except for its last digits; null unless paid by
 *     account
 * @param approval null unless a second person must approve it
 * @param instruction null unless the payment is made at a counter
 * @param received what banks collected for it at the counter or by transfer, and what became of it
 * @param lateDebits what a bank debited after it had ended without it; it always goes back
 * @param refunds the refunds requested after it was paid
 */
public record PaymentView(
    String id,
    String shortReference,
    String status,
    String statusText,
    boolean finished,
    String reason,
    @Nullable Explanation reasonText,
    Method method,
    long amount,
    String currency,
    Payer payer,
    List<String> dossiers,
    Instant createdAt,
    Instant expiresAt,
    String bank,
    String last4,
    @Nullable String account,
    @Nullable Approval approval,
    String challenge,
    int cardEntriesLeft,
    boolean cancelRequested,
    Decline lastDecline,
    Payment.Otp otp,
    @Nullable Instruction instruction,
    List<ReceiptView> receipts,
    List<StatusChange> history,
    List<ReceivedView> received,
    List<ReceivedView> lateDebits,
    List<RefundNote> refunds,
    String returnUrl,
    @JsonProperty("_links") Link.Links links) {

  /**
   * What a second person of the organisation has said.
   *
   * @param until until when they may
   * @param checkedAt when they approved or refused it; null until then
   * @param refusedBecause null unless refused
   */
  record Approval(Instant until, @Nullable Instant checkedAt, @Nullable String refusedBecause) {}

  record Decline(String code, String title, String nextStep, Instant at) {}

  /**
   * What a payer takes to a bank's counter or scans with a banking app.
   *
   * @param vietQr the content of the VietQR code to draw
   * @param amount the amount to pay with it: the whole, or the rest if part of it is already held
   * @param payable whether it may be offered to the payer as a way to pay
   */
  record Instruction(
      String code,
      Instant validUntil,
      Collecting account,
      String vietQr,
      long amount,
      boolean payable) {}

  /**
   * @param at when the bank received it; of a late debit, when it let us know
   * @param returned how much of it is being or was given back; null if nothing is
   * @param returnedAt when the bank gave that back; null until then
   */
  record ReceivedView(
      long amount,
      Instant at,
      String bank,
      String reference,
      IncomingMoney.State state,
      String stateText,
      @Nullable Long returned,
      @Nullable Instant returnedAt) {}

  /** A short note; the refund's own resource has the details. */
  record RefundNote(String id, String status, long amount) {}

  /** The account that the money has to go to. */
  record Collecting(String bank, String number, String name) {}

  /**
   * @param cancelledAt when the dossier was refunded; null while the receipt is valid
   */
  record ReceiptView(
      String dossier, String number, boolean cancelled, @Nullable Instant cancelledAt) {}
}
