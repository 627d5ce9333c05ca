package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.method.PaymentMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/**
 * What a payer may do with a payment by card. Each act is one transaction on the locked payment: it
 * checks the state, writes down what shall be asked of the bank, and tells the process.
 */
@Component
public class CardMethod implements PaymentMethod {
  private final Banks banks;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final SealedValueCheck envelope;
  private final OtpPolicy otpPolicy;
  private final CardPaymentWorkflow workflow;
  private final DatabaseTime time;

  CardMethod(
      Banks banks,
      BankCalls attempts,
      MoneyCalls calls,
      SealedValueCheck envelope,
      OtpPolicy otpPolicy,
      CardPaymentWorkflow workflow,
      DatabaseTime time) {
    this.banks = banks;
    this.attempts = attempts;
    this.calls = calls;
    this.envelope = envelope;
    this.otpPolicy = otpPolicy;
    this.workflow = workflow;
    this.time = time;
  }

  @Override
  public Method method() {
    return Method.CARD;
  }

  /** It waits for the card when this returns. */
  @Override
  public void start(PaymentEntity row, PaymentRules rules) {
    row.card().entriesAllowed(rules.cardEntries());
    workflow.paymentRequested(row);
  }

  /** See {@link vn.dvc.pay.payment.Payments#enterCard}. */
  public PaymentEntity enterCard(
      PaymentEntity row, String bin, String sealedCard, String termsVersion) {
    require(row, WAITING_FOR_CARD, "not-awaiting-card");
    var bank = banks.find(bin).orElseThrow(() -> Problem.invalid("bank-unknown"));
    if (!bank.terms().version().equals(termsVersion)) {
      throw Problem.invalid("terms-not-accepted").with("termsVersion", bank.terms().version());
    }
    envelope.check(sealedCard, bin);
    var now = time.now();
    if (!now.isBefore(row.windowEndsAt())) {
      throw Problem.conflict("not-awaiting-card").with("payment", row.id().text());
    }
    row.money().asks(bin, attempts.open(row.id().text(), bin, row.amount()));
    calls.prepare(
        row,
        Operation.AUTHORISE,
        now,
        sealedCard,
        Map.of(
            "payment", row.id().text(),
            "challenge", row.card().challenge(),
            "lines", MoneyCalls.lines(row)));
    row.card().entered(termsVersion, now);
    otpPolicy.ruleFor(row.card(), bin);
    row.moveTo(PROCESSING, now);
    workflow.cardEntered(row);
    return row;
  }

  /** See {@link vn.dvc.pay.payment.Payments#enterOtp}. */
  public PaymentEntity enterOtp(PaymentEntity row, String sealedOtp) {
    require(row, WAITING_FOR_OTP, "otp-not-awaited");
    var card = row.card();
    var money = row.money();
    envelope.check(sealedOtp, money.bank());
    var now = time.now();
    if (!now.isBefore(card.otpExpiresAt())) {
      throw Problem.conflict("otp-expired").with("payment", row.id().text());
    }
    calls.prepare(
        row,
        Operation.OTP,
        now,
        sealedOtp,
        Map.of("payment", row.id().text(), "challenge", card.challenge()));
    card.challenge(null);
    money.moving(banks.find(money.bank()).orElseThrow().capture() == Bank.Capture.WITH_OTP);
    row.moveTo(PROCESSING, now);
    workflow.otpEntered(row);
    return row;
  }

  /** See {@link vn.dvc.pay.payment.Payments#resendOtp}. */
  public PaymentEntity resendOtp(PaymentEntity row) {
    require(row, WAITING_FOR_OTP, "otp-not-awaited");
    var card = row.card();
    if (card.otpResendsLeft() == 0) {
      throw Problem.conflict("no-resends-left").with("payment", row.id().text());
    }
    var now = time.now();
    if (now.isBefore(card.otpResendAt())) {
      throw Problem.conflict("resend-too-early").with("resendAt", card.otpResendAt().toString());
    }
    calls.prepare(row, Operation.RESEND, now, null, Map.of());
    card.resendUsed();
    card.challenge(null);
    row.moveTo(PROCESSING, now);
    workflow.resendRequested(row);
    return row;
  }

  /** Ends a wait; a call in flight is the last, the gateway after its verdict reads the wish. */
  @Override
  public void cancelRequested(PaymentEntity row) {
    if (row.status() == WAITING_FOR_CARD || row.status() == WAITING_FOR_OTP) {
      row.moveTo(PROCESSING, time.now());
      workflow.cancelRequested(row);
    }
  }

  private static void require(PaymentEntity row, PaymentStatus wanted, String otherwise) {
    if (row.status() == wanted) {
      return;
    }
    var inFlight = row.status() == PROCESSING || row.status() == PaymentStatus.BEING_CHECKED;
    throw Problem.conflict(inFlight ? "already-processing" : otherwise)
        .with("payment", row.id().text())
        .with("paymentStatus", row.status().word());
  }
}
