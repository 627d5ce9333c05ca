package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;

/**
 * An immutable snapshot of a payment for the edges.
 *
 * @param means how it is to be paid, with what only that method knows
 * @param reason why it ended unpaid (an API reason code), null otherwise
 * @param bank BIN of the bank that is asked for the money, null until it is known
 * @param lastDecline null unless the bank has declined
 * @param refunds its refunds, oldest first
 */
public record Payment(
    PaymentId id,
    Payer payer,
    Means means,
    PaymentStatus status,
    @Nullable String reason,
    Money amount,
    List<DossierCode> dossiers,
    Instant createdAt,
    Instant expiresAt,
    @Nullable String bank,
    @Nullable LastDecline lastDecline,
    boolean cancelRequested,
    List<Receipt> receipts,
    List<Refund> refunds,
    List<StatusChange> history,
    String returnUrl) {

  public Payments.Method method() {
    return means.method();
  }

  /** When it was paid; null if it was not. */
  public @Nullable Instant paidAt() {
    return history.stream()
        .filter(change -> change.status() == PaymentStatus.PAID)
        .map(StatusChange::at)
        .findFirst()
        .orElse(null);
  }

  /** What is left of the amount paid after refunds; null if none was made, or nothing is left. */
  public @Nullable Money net() {
    var returned =
        refunds.stream()
            .filter(refund -> refund.status() == Refund.Status.REFUNDED)
            .mapToLong(refund -> refund.amount().dong())
            .sum();
    return returned == 0 || returned >= amount.dong() ? null : Money.dong(amount.dong() - returned);
  }

  /** Null unless paid by card. */
  public @Nullable Card card() {
    return means instanceof Card card ? card : null;
  }

  /** Null unless paid by registered account. */
  public @Nullable Account account() {
    return means instanceof Account account ? account : null;
  }

  /** Null unless a second person must approve it. */
  public @Nullable Approval approval() {
    return means instanceof Account account ? account.approval() : null;
  }

  /** Null unless paid at the counter or by transfer. */
  public @Nullable Instruction instruction() {
    return means instanceof Counter counter ? counter.instruction() : null;
  }

  /** Money that banks collected for it, oldest first; empty unless paid at the counter. */
  public List<IncomingMoney.Collection> received() {
    return means instanceof Counter counter ? counter.received() : List.of();
  }

  /** Whether money that came in is still under review. Until then nobody may be asked to pay. */
  public boolean isMoneyLookedAt() {
    return any(IncomingMoney.State.LOOKED_AT);
  }

  /** The amount under review, null if none. */
  public @Nullable Money moneyLookedAt() {
    return sum(IncomingMoney.State.LOOKED_AT);
  }

  /** The amount kept until the rest comes in, null if none. */
  public @Nullable Money moneyHeld() {
    return sum(IncomingMoney.State.HELD);
  }

  /** Whether the instruction may be shown for payment. */
  public boolean isPayableByInstruction() {
    return status == PaymentStatus.WAITING_FOR_COLLECTION
        && !cancelRequested
        && IncomingMoney.leavesToPay(received());
  }

  /** Whether the payer may still cancel the instruction. */
  public boolean isInstructionCancellable() {
    return status == PaymentStatus.WAITING_FOR_COLLECTION && !cancelRequested && !isMoneyLookedAt();
  }

  /**
   * The key of the text that describes the payment to people. It is the status, unless money came
   * in that did not pay it: "waiting for the money" would then be untrue, and so would a bare
   * "cancelled".
   */
  public String standing() {
    if (!status.wasPaid() && isMoneyLookedAt()) {
      return "money_looked_at";
    }
    if (status != PaymentStatus.WAITING_FOR_COLLECTION || received().isEmpty()) {
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

  private @Nullable Money sum(IncomingMoney.State state) {
    return received().stream()
        .filter(each -> each.state() == state)
        .map(IncomingMoney.Collection::amount)
        .reduce(Money::plus)
        .orElse(null);
  }

  private boolean any(IncomingMoney.State state) {
    return received().stream().anyMatch(each -> each.state() == state);
  }

  /** What one method of payment knows. */
  public sealed interface Means {
    Payments.Method method();
  }

  /**
   * @param last4 last digits of the card, null until the bank reports them
   * @param challenge the challenge that the next sealed value must carry, null if none is awaited
   * @param otp null until an OTP has been sent
   */
  public record Card(
      @Nullable String last4, @Nullable String challenge, int entriesLeft, @Nullable Otp otp)
      implements Means {
    @Override
    public Payments.Method method() {
      return Payments.Method.CARD;
    }
  }

  /**
   * @param number masked except for its last digits
   * @param approval null unless a second person must approve it
   */
  public record Account(String number, @Nullable Approval approval) implements Means {
    public Account(String number) {
      this(number, null);
    }

    @Override
    public Payments.Method method() {
      return Payments.Method.ACCOUNT;
    }
  }

  /**
   * The word of a second person.
   *
   * @param maker who made the payment
   * @param checker who approved or refused it, null until then
   * @param refusedBecause null unless refused
   */
  public record Approval(
      Person maker,
      Instant until,
      @Nullable Person checker,
      @Nullable Instant checkedAt,
      @Nullable String refusedBecause) {}

  /**
   * @param received money collected for it at the counter or by transfer, oldest first
   */
  public record Counter(Instruction instruction, List<IncomingMoney.Collection> received)
      implements Means {
    @Override
    public Payments.Method method() {
      return Payments.Method.COUNTER;
    }
  }

  /**
   * Instructions for paying at a branch or by transfer.
   *
   * @param code the short code that the transfer text must carry
   * @param collectingName the holder of the collecting account
   * @param amount the amount due: the whole, or the rest if part of it is already kept
   */
  public record Instruction(
      String code,
      Instant validUntil,
      AccountNumber collecting,
      String collectingName,
      Money amount) {}

  /** The bank's last decline and its time; the text for the code is in the resource files. */
  public record LastDecline(String code, Instant at) {}

  /**
   * @param expiresAt until when the code is accepted; in the past if the payer must request a new
   *     one
   * @param resendAt when a new code may be requested
   */
  public record Otp(
      String sentTo, Instant expiresAt, int triesLeft, int resendsLeft, Instant resendAt) {}

  public record StatusChange(PaymentStatus status, Instant at) {}
}
