package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/**
 * A payment as the edges show it: a snapshot, not a handle.
 *
 * @param reason why it ended unpaid (a reason code of the API), null otherwise
 * @param bank BIN of the issuing bank, null until a card was entered
 * @param challenge what the next sealed value must carry, null where none is awaited
 * @param otp null until an OTP was sent
 * @param account the payer's account with all but its end hidden, null unless paid by account
 * @param instruction null unless paid at the counter
 * @param refunds what was asked to be given back of it, oldest first
 * @param last4 last digits of the card, null until the bank told them
 * @param received what banks collected for it at the counter or by transfer, oldest first
 */
public record Payment(
    PaymentId id,
    Payer payer,
    Payments.Method method,
    PaymentStatus status,
    String reason,
    Money amount,
    List<DossierCode> dossiers,
    Instant createdAt,
    Instant expiresAt,
    String bank,
    String last4,
    String challenge,
    int cardEntriesLeft,
    boolean cancelRequested,
    LastDecline lastDecline,
    Otp otp,
    List<Receipt> receipts,
    List<StatusChange> history,
    String returnUrl,
    String account,
    Instruction instruction,
    List<Refund> refunds,
    List<IncomingMoney.Collection> received) {

  /** Whether two persons are still looking at money that came in: nobody may be asked to pay. */
  public boolean isMoneyLookedAt() {
    return any(IncomingMoney.State.LOOKED_AT);
  }

  /** How much money two persons are still looking at; null where they look at none. */
  public Money moneyLookedAt() {
    return sum(IncomingMoney.State.LOOKED_AT);
  }

  /** How much is kept for it until the rest comes in; null where nothing is. */
  public Money moneyHeld() {
    return sum(IncomingMoney.State.HELD);
  }

  /** Whether the instruction may be shown as one to pay by. */
  public boolean isPayableByInstruction() {
    return status == PaymentStatus.WAITING_FOR_COLLECTION
        && !cancelRequested
        && IncomingMoney.leavesToPay(received);
  }

  /** Whether the payer may still give the instruction up. */
  public boolean isInstructionCancellable() {
    return status == PaymentStatus.WAITING_FOR_COLLECTION && !cancelRequested && !isMoneyLookedAt();
  }

  /**
   * The word under which people are told how it stands: its status, unless money came in that did
   * not pay it. "Waiting for the money" would then be untrue, and so would a bare "cancelled".
   */
  public String standing() {
    if (!status.wasPaid() && isMoneyLookedAt()) {
      return "money_looked_at";
    }
    if (status != PaymentStatus.WAITING_FOR_COLLECTION || received.isEmpty()) {
      return status.word();
    }
    if (any(IncomingMoney.State.HELD)) {
      return "waiting_for_rest";
    }
    if (any(IncomingMoney.State.RETURNING)) {
      return "money_returning";
    }
    return any(IncomingMoney.State.RETURNED) ? "money_returned" : status.word();
  }

  private Money sum(IncomingMoney.State state) {
    return received.stream()
        .filter(each -> each.state() == state)
        .map(IncomingMoney.Collection::amount)
        .reduce(Money::plus)
        .orElse(null);
  }

  private boolean any(IncomingMoney.State state) {
    return received.stream().anyMatch(each -> each.state() == state);
  }

  /**
   * How to pay at a branch or by transfer.
   *
   * @param code the short code that the transfer text must carry
   * @param collectingName whose account the collecting account is
   * @param amount what is to be paid by it: the whole, or the rest where some is kept already
   */
  public record Instruction(
      String code,
      Instant validUntil,
      AccountNumber collecting,
      String collectingName,
      Money amount) {}

  /** What the bank said last, and when; texts to the code are in the resource files. */
  public record LastDecline(String code, Instant at) {}

  /**
   * @param expiresAt until when the code is accepted; past, when the payer must ask for a new one
   * @param resendAt from when a new code may be asked for
   */
  public record Otp(
      String sentTo, Instant expiresAt, int triesLeft, int resendsLeft, Instant resendAt) {}

  public record StatusChange(PaymentStatus status, Instant at) {}
}
