package vn.dvc.pay.web.api.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.api.Link;

/**
 * A payment as the API shows it.
 *
 * @param reasonText what the reason means and what the payer can do; null where there is none
 * @param account the debited account with all but its end hidden; null unless paid by account
 * @param instruction null for payments that are not made at a counter
 * @param received what banks collected for it at the counter or by transfer, and what became of it
 * @param refunds what was asked to be given back after it was paid
 */
public record PaymentView(
    String id,
    String status,
    String statusText,
    boolean finished,
    String reason,
    Said reasonText,
    Method method,
    long amount,
    String currency,
    Payer payer,
    List<String> dossiers,
    Instant createdAt,
    Instant expiresAt,
    String bank,
    String last4,
    String account,
    String challenge,
    int cardEntriesLeft,
    boolean cancelRequested,
    Decline lastDecline,
    Payment.Otp otp,
    Instruction instruction,
    List<ReceiptView> receipts,
    List<Change> history,
    List<ReceivedView> received,
    List<RefundNote> refunds,
    String returnUrl,
    @JsonProperty("_links") Link.Links links) {

  /** A code in words. */
  public record Said(String title, String nextStep) {}

  record Decline(String code, String title, String nextStep, Instant at) {}

  /**
   * What a payer takes to a bank's counter or scans with a bank's app.
   *
   * @param vietQr the text of the VietQR code to draw
   * @param amount what is to be paid by it: the whole, or the rest where some is kept already
   * @param payable whether the payer may be shown it as one to pay by
   */
  record Instruction(
      String code,
      Instant validUntil,
      Collecting account,
      String vietQr,
      long amount,
      boolean payable) {}

  /**
   * @param at when the bank received it
   * @param returned what goes back or went back of it; null while nothing does
   * @param returnedAt when the bank gave that back; null until then
   */
  record ReceivedView(
      long amount,
      Instant at,
      String bank,
      String reference,
      IncomingMoney.State state,
      String stateText,
      Long returned,
      Instant returnedAt) {}

  /** Its own resource tells more. */
  record RefundNote(String id, String status, long amount) {}

  /** Where the money is to go. */
  record Collecting(String bank, String number, String name) {}

  /**
   * @param cancelledAt when the dossier was refunded; null while the receipt stands
   */
  record ReceiptView(String dossier, String number, boolean cancelled, Instant cancelledAt) {}

  public record Change(String status, Instant at) {}
}
