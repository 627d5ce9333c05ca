package vn.dvc.pay.payment.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** The one debit of a payment by account: written down, sent, and what its answer means. */
@Component
class AccountPayments {
  private static final String MANDATE_SUSPENDED = "mandate-suspended";

  private final PaymentRepository book;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final AccountStanding standing;
  private final Registrations registrations;
  private final DatabaseTime time;

  AccountPayments(
      PaymentRepository book,
      BankCalls attempts,
      MoneyCalls calls,
      AccountStanding standing,
      Registrations registrations,
      DatabaseTime time) {
    this.book = book;
    this.attempts = attempts;
    this.calls = calls;
    this.standing = standing;
    this.registrations = registrations;
    this.time = time;
  }

  /** Writes the debit down, unless the payment shall stop or its mandate is in force no more. */
  @Transactional
  AccountVerdict prepareDebit(PaymentId id) {
    var row = book.lock(id);
    var now = time.now();
    row.moveTo(PaymentStatus.PROCESSING, now);
    if (row.stopIsRequested() || standing.windowIsOver(row, now)) {
      return AccountVerdict.ENDED;
    }
    var account = row.account();
    if (!registrations.isInForce(account.registration())) {
      return standing.refused(row, MANDATE_SUSPENDED, now);
    }
    if (row.money().attempt() == null) {
      var bank = account.number().bank();
      row.money().asks(bank, attempts.open(id.text(), bank, row.amount()));
    }
    account.tried();
    row.money().moving(true);
    calls.prepare(row, Operation.DEBIT, now, null, debit(row));
    return AccountVerdict.PREPARED;
  }

  /**
   * Sends the debit if its mandate is in force at that very moment. The claim holds the lock that a
   * suspension takes: after an acknowledged suspension no debit leaves, and one that left stands.
   */
  Answered send(PaymentId id) {
    var registration = book.find(id).orElseThrow().account().registration();
    return calls.send(
        id,
        Operation.DEBIT,
        () ->
            registrations.isInForce(registration)
                ? Optional.empty()
                : Optional.of(MANDATE_SUSPENDED));
  }

  String record(PaymentId id, Answered answered) {
    return calls.record(id, answered, this::read);
  }

  /** Goes on from what clarify-outcome.bpmn found out. */
  String resumeFromFinding(PaymentId id) {
    return calls.resume(id, (row, attempt, now) -> standing.of(row, attempt.state(), now));
  }

  /** When a debit that surely never happened is tried again. */
  Instant nextTryAt(PaymentId id) {
    return book.find(id).orElseThrow().account().nextTryAt();
  }

  private AccountVerdict read(PaymentEntity row, Attempt attempt, BankAnswer answer, Instant now) {
    if (answer instanceof BankAnswer.Declined declined
        && !MoneyCalls.neverHappened(answer)
        && attempt.state() != Attempt.State.DEBITED) {
      return standing.refused(row, declined.reason(), now);
    }
    return standing.of(row, attempt.state(), now);
  }

  private static Map<String, Object> debit(PaymentEntity row) {
    return Map.of(
        "payment", row.id().text(),
        "mandate", row.account().mandate(),
        "account", row.account().number().number(),
        "lines", MoneyCalls.lines(row));
  }
}
