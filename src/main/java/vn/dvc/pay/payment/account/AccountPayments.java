package vn.dvc.pay.payment.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand.Debit;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountPaymentSteps.Verdict;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** Records and sends the single debit of a payment by account, and interprets its answer. */
@Component
class AccountPayments {
  private static final String MANDATE_SUSPENDED = DeclineReason.MANDATE_SUSPENDED.code();

  private final PaymentRepository payments;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final AccountStanding standing;
  private final Registrations registrations;
  private final DatabaseTime time;

  AccountPayments(
      PaymentRepository payments,
      BankCalls attempts,
      MoneyCalls calls,
      AccountStanding standing,
      Registrations registrations,
      DatabaseTime time) {
    this.payments = payments;
    this.attempts = attempts;
    this.calls = calls;
    this.standing = standing;
    this.registrations = registrations;
    this.time = time;
  }

  /**
   * Records the debit, unless the payment is to stop, a second person has not approved it, or its
   * mandate is no longer in force.
   */
  @Transactional
  Verdict prepareDebit(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    if (payment.approval().isMissing()) {
      return awaitApproval(payment, now);
    }
    payment.moveTo(PaymentStatus.PROCESSING, now);
    if (payment.stopIsRequested() || standing.windowIsOver(payment, now)) {
      return Verdict.ENDED;
    }
    var account = payment.account();
    if (!registrations.isInForce(account.registration())) {
      return standing.refused(payment, MANDATE_SUSPENDED, now);
    }
    if (payment.money().attempt() == null) {
      var bank = account.number().bank();
      payment.money().beginAttempt(bank, attempts.open(Subject.of(id), bank, payment.amount()));
    }
    account.tried();
    payment.money().moving(true);
    calls.prepare(payment, debitOf(payment));
    return Verdict.PREPARED;
  }

  /**
   * Sends the debit if its mandate is in force at that very moment. The claim holds the lock that a
   * suspension takes: no debit leaves after a suspension is acknowledged, and one that has left
   * stands.
   */
  RecordedAnswer debit(PaymentId id) {
    var registration = payments.require(id).account().registration();
    return calls.ask(
        id,
        Operation.DEBIT,
        () ->
            registrations.isInForce(registration)
                ? Optional.empty()
                : Optional.of(MANDATE_SUSPENDED),
        this::read);
  }

  /** Continues from the finding of clarify-outcome.bpmn. */
  String resumeFromFinding(PaymentId id) {
    return calls.resume(id, (payment, attempt, now) -> standing.of(payment, attempt.state(), now));
  }

  /** Ends the payment if it has waited too long, or is to stop. */
  private static Verdict awaitApproval(PaymentEntity payment, Instant now) {
    payment.moveTo(PaymentStatus.WAITING_FOR_APPROVAL, now);
    if (AccountApprovals.isOver(payment.approval(), now)) {
      payment.requestStop(StopReason.WINDOW_ENDED);
    }
    return payment.stopIsRequested() ? Verdict.ENDED : Verdict.NEEDS_APPROVAL;
  }

  Instant approvalEnds(PaymentId id) {
    return payments.require(id).approval().until();
  }

  /** When to retry a debit that certainly never happened. */
  Instant nextTryAt(PaymentId id) {
    return payments.require(id).account().nextTryAt();
  }

  Verdict read(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (answer instanceof BankAnswer.Declined declined
        && !MoneyCalls.neverHappened(answer)
        && attempt.state() != Attempt.State.DEBITED) {
      return standing.refused(payment, declined.reason(), now);
    }
    return standing.of(payment, attempt.state(), now);
  }

  private static Debit debitOf(PaymentEntity payment) {
    return new Debit(
        payment.id().text(),
        payment.account().mandate(),
        payment.account().number().number(),
        MoneyCalls.lines(payment));
  }
}
