package vn.dvc.pay.web.pages.payment;

import static vn.dvc.pay.payment.PaymentStatus.BEING_CHECKED;
import static vn.dvc.pay.payment.PaymentStatus.PAID;
import static vn.dvc.pay.payment.PaymentStatus.REVERSED;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Payments in memory, whose bank the test plays: it dictates the answers, the money that comes in
 * and goes back, and how a payment ends. It is a superclass of {@link FakePayments} and not a part
 * of it, so that both share one lock: pages are read while the bank answers.
 */
abstract class PaymentsAtBank implements LateDebits {
  final FakeDossiers dossiers;
  final Map<PaymentId, Course> all = new LinkedHashMap<>();

  PaymentsAtBank(FakeDossiers dossiers) {
    this.dossiers = dossiers;
  }

  synchronized void bankSendsOtp(PaymentId id) {
    bankSendsOtp(id, Duration.ofMinutes(3), Duration.ofMinutes(1));
  }

  synchronized void bankSendsOtp(PaymentId id, Duration valid, Duration pause) {
    var now = Instant.now();
    var course = all.get(id);
    course.otp = new Payment.Otp("******678", now.plus(valid), 3, 3, now.plus(pause));
    course.last4 = "0011";
    if (course.bank == null) { // no card was entered in this test
      course.bank = FakeBanks.VIETINBANK;
    }
    course.await(WAITING_FOR_OTP);
  }

  synchronized void bankDeclinesCard(PaymentId id, String reason) {
    var course = all.get(id);
    course.decline = new Payment.LastDecline(reason, Instant.now());
    course.entriesLeft--;
    course.await(WAITING_FOR_CARD);
  }

  synchronized void bankRefusesOtp(PaymentId id) {
    var course = all.get(id);
    var otp = course.otp;
    course.decline = new Payment.LastDecline("otp-wrong", Instant.now());
    course.otp =
        new Payment.Otp(
            otp.sentTo(), otp.expiresAt(), otp.triesLeft() - 1, otp.resendsLeft(), otp.resendAt());
    course.await(WAITING_FOR_OTP);
  }

  synchronized void bankIsSilent(PaymentId id) {
    all.get(id).now(BEING_CHECKED);
  }

  synchronized void bankPays(PaymentId id) {
    dossiers.markPaid(id.text(), Instant.now());
    all.get(id).now(PAID);
  }

  /**
   * Money is received that does not pay it, or only pays part of it; its dossiers stay reserved.
   */
  synchronized void moneyCameIn(PaymentId id, long dong, IncomingMoney.State state, long returned) {
    var course = all.get(id);
    var back = returned == 0 ? null : Money.dong(returned);
    var at = Instant.now();
    course.received.add(
        new IncomingMoney.Collection(
            at,
            at,
            Money.dong(dong),
            "970415",
            "COL-" + (course.received.size() + 1),
            state,
            back,
            state == IncomingMoney.State.RETURNED ? at : null));
    if (state == IncomingMoney.State.LOOKED_AT && dossiers.areFree(course.codes)) {
      dossiers.take(course.codes, course.payer, id.text());
    }
  }

  /** The money that was last undecided is given back. */
  synchronized void moneyGoesBack(PaymentId id, IncomingMoney.State state) {
    var received = all.get(id).received;
    var last = received.remove(received.size() - 1);
    moneyCameIn(id, last.amount().dong(), state, last.amount().dong());
  }

  /** After the payment has ended, its bank reports a debit. */
  synchronized void bankDebitsLate(PaymentId id, long dong, Instant returnedAt) {
    all.get(id).lateDebits =
        List.of(
            new LateDebit(
                FakeBanks.VIETINBANK, "A-1", Money.dong(dong), Instant.now(), returnedAt));
  }

  @Override
  public synchronized List<LateDebit> of(PaymentId id) {
    return all.get(id).lateDebits;
  }

  /** A refund of all its dossiers, in any status; once it is done, their receipts are cancelled. */
  synchronized void refund(PaymentId id, Refund.Status status) {
    var course = all.get(id);
    course.refunds =
        List.of(
            new Refund(
                "H" + id.text().substring(1),
                id,
                status,
                course.codes.stream()
                    .map(code -> new Refund.Line(code, "BL-1", course.amount))
                    .toList(),
                course.amount,
                "Rút hồ sơ",
                status == Refund.Status.REJECTED ? "Đã giải quyết" : null,
                List.of(new Refund.StatusChange(Refund.Status.REQUESTED, Instant.now()))));
    if (status == Refund.Status.REFUNDED) {
      course.now(REVERSED);
    }
  }

  /** A refund of a part of it. */
  synchronized void refund(PaymentId id, Refund.Status status, long dong) {
    refund(id, status);
    var whole = all.get(id).refunds.get(0);
    all.get(id).refunds =
        List.of(
            new Refund(
                whole.id(),
                id,
                status,
                whole.lines().subList(0, 1),
                Money.dong(dong),
                whole.reason(),
                null,
                whole.history()));
  }

  /** Puts a payment into any status. */
  synchronized void stand(PaymentId id, PaymentStatus status, String reason) {
    all.get(id).reason = reason;
    all.get(id).now(status);
  }

  synchronized void end(PaymentId id, PaymentStatus status, String reason) {
    var course = all.get(id);
    course.reason = reason;
    course.now(status);
    dossiers.release(id.text());
  }
}
