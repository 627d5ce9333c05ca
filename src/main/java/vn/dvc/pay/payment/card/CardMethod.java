package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand.AuthoriseCard;
import vn.dvc.pay.bank.BankCommand.ResendOtp;
import vn.dvc.pay.bank.BankCommand.SubmitOtp;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.limits.Counted;
import vn.dvc.pay.limits.Limits;
import vn.dvc.pay.limits.Tried;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.method.PaymentMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/**
 * Payment by card. Each operation is one transaction on the locked payment: it checks the state,
 * records the next bank request and notifies the process.
 */
@Component
public class CardMethod implements PaymentMethod {
  private final Banks banks;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final SealedValueCheck envelope;
  private final OtpPolicy otpPolicy;
  private final Limits limits;
  private final CardPaymentWorkflow workflow;
  private final DatabaseTime time;

  CardMethod(
      Banks banks,
      BankCalls attempts,
      MoneyCalls calls,
      SealedValueCheck envelope,
      OtpPolicy otpPolicy,
      Limits limits,
      CardPaymentWorkflow workflow,
      DatabaseTime time) {
    this.banks = banks;
    this.attempts = attempts;
    this.calls = calls;
    this.envelope = envelope;
    this.otpPolicy = otpPolicy;
    this.limits = limits;
    this.workflow = workflow;
    this.time = time;
  }

  @Override
  public Method method() {
    return Method.CARD;
  }

  /** When this returns, the payment waits for the card. */
  @Override
  public void start(PaymentEntity payment, PaymentRules rules, @Nullable Person startedBy) {
    payment.card().entriesAllowed(rules.cardEntries());
    workflow.paymentRequested(payment);
  }

  /** See {@link vn.dvc.pay.payment.Payments#enterCard}. */
  public PaymentEntity enterCard(
      PaymentEntity payment, String bin, String sealedCard, String termsVersion) {
    require(payment, WAITING_FOR_CARD, "not-awaiting-card");
    var bank = banks.find(bin).orElseThrow(() -> Problem.invalid("bank-unknown"));
    banks.requireOpen(bin);
    if (!bank.terms().version().equals(termsVersion)) {
      throw Problem.invalid("terms-not-accepted").with("termsVersion", bank.terms().version());
    }
    envelope.check(sealedCard, bin);
    var now = time.now();
    if (!now.isBefore(payment.windowEndsAt())) {
      throw Problem.conflict("not-awaiting-card").with("payment", payment.id().text());
    }
    limits.count(
        Tried.CARD,
        Map.of(Counted.PAYER, List.of(payment.payer().id()), Counted.DOSSIER, dossiers(payment)));
    payment
        .money()
        .beginAttempt(bin, attempts.open(Subject.of(payment.id()), bin, payment.amount()));
    calls.prepare(
        payment,
        new AuthoriseCard(
            payment.id().text(),
            payment.card().challenge(),
            MoneyCalls.lines(payment),
            sealedCard));
    payment.card().entered(termsVersion, now);
    otpPolicy.ruleFor(payment.card(), bin);
    payment.moveTo(PROCESSING, now);
    workflow.cardEntered(payment);
    return payment;
  }

  /** See {@link vn.dvc.pay.payment.Payments#enterOtp}. */
  public PaymentEntity enterOtp(PaymentEntity payment, String sealedOtp) {
    require(payment, WAITING_FOR_OTP, "otp-not-awaited");
    var card = payment.card();
    var money = payment.money();
    envelope.check(sealedOtp, money.bank());
    var now = time.now();
    if (!now.isBefore(card.otpExpiresAt())) {
      throw Problem.conflict("otp-expired").with("payment", payment.id().text());
    }
    countOfCard(Tried.OTP, payment);
    calls.prepare(payment, new SubmitOtp(payment.id().text(), card.challenge(), sealedOtp));
    card.challenge(null);
    money.moving(banks.require(money.bank()).capture() == Bank.Capture.WITH_OTP);
    payment.moveTo(PROCESSING, now);
    workflow.otpEntered(payment);
    return payment;
  }

  /** See {@link vn.dvc.pay.payment.Payments#resendOtp}. */
  public PaymentEntity resendOtp(PaymentEntity payment) {
    require(payment, WAITING_FOR_OTP, "otp-not-awaited");
    var card = payment.card();
    var now = time.now();
    OtpResendLimit.of(card).requireAllowed(payment.id(), now);
    countOfCard(Tried.OTP_RESEND, payment);
    calls.prepare(payment, new ResendOtp());
    card.resendUsed();
    card.challenge(null);
    payment.moveTo(PROCESSING, now);
    workflow.resendRequested(payment);
    return payment;
  }

  /**
   * Ends a wait. A call in flight is completed first: the gateway after its verdict reads the stop
   * request.
   */
  @Override
  public void cancelRequested(PaymentEntity payment) {
    if (payment.status() == WAITING_FOR_CARD || payment.status() == WAITING_FOR_OTP) {
      payment.moveTo(PROCESSING, time.now());
      workflow.cancelRequested(payment);
    }
  }

  /** The bank's token tells one card from another; a bank that gives none is limited by payer. */
  private void countOfCard(Tried tried, PaymentEntity payment) {
    var by = new EnumMap<Counted, List<String>>(Counted.class);
    by.put(Counted.PAYER, List.of(payment.payer().id()));
    var card = attempts.lock(payment.money().attempt());
    if (card.cardToken() != null) {
      by.put(Counted.CARD, List.of(card.bank() + " " + card.cardToken()));
    }
    limits.count(tried, by);
  }

  private static List<String> dossiers(PaymentEntity payment) {
    return payment.lines().stream().map(PaymentLine::dossier).distinct().toList();
  }

  private static void require(PaymentEntity payment, PaymentStatus wanted, String otherwise) {
    if (payment.status() == wanted) {
      return;
    }
    var inFlight =
        payment.status() == PROCESSING || payment.status() == PaymentStatus.BEING_CHECKED;
    throw Problem.conflict(inFlight ? "already-processing" : otherwise)
        .with("payment", payment.id().text())
        .with("paymentStatus", payment.status().word());
  }
}
