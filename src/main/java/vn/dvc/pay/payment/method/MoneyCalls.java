package vn.dvc.pay.payment.method;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.BankCommand.Beneficiary;
import vn.dvc.pay.bank.BankCommand.Line;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * Bank requests of a payment's attempt, for every payment method. Sending holds no transaction;
 * recording runs in the transaction that completes the task and may be repeated after a crash.
 */
@Component
public class MoneyCalls {
  /** The verdict that every model passes on to clarify-outcome.bpmn. */
  private static final String UNKNOWN = "UNKNOWN";

  private final PaymentRepository payments;
  private final BankCalls calls;
  private final DatabaseTime time;

  MoneyCalls(PaymentRepository payments, BankCalls calls, DatabaseTime time) {
    this.payments = payments;
    this.calls = calls;
    this.time = time;
  }

  /** Records the attempt's next request, in the caller's transaction. */
  public void prepare(PaymentEntity payment, BankCommand command) {
    payment.money().awaitAnswer(calls.prepare(payment.money().attempt(), command));
  }

  /** Sends the request; what is returned records and interprets its answer. */
  public RecordedAnswer ask(PaymentId id, Operation operation, Reading reading) {
    return ask(id, operation, Optional::empty, reading);
  }

  /**
   * The same, unless an objection arises while the request is being claimed.
   *
   * @param objection as for {@link BankCalls#send(AttemptRef, Operation, Supplier)}
   */
  public RecordedAnswer ask(
      PaymentId id, Operation operation, Supplier<Optional<String>> objection, Reading reading) {
    return calls.ask(
        payments.attemptOf(id), operation, objection, answered -> record(id, answered, reading));
  }

  /**
   * Records an answer and interprets it once, however often it is recorded, and only while the
   * payment waits for this call. A stalled worker may deliver its answer after the payment has
   * moved on to another call or attempt: the answer still counts for its own attempt, but no longer
   * decides what the payer may do next.
   *
   * @return the verdict for the model; UNKNOWN makes it continue from the present state of our
   *     tables
   */
  public String record(PaymentId id, Answered answered, Reading reading) {
    var payment = payments.lock(id);
    var answer = calls.record(answered);
    var money = payment.money();
    if (!money.isAsking(answered.call())) {
      return UNKNOWN;
    }
    var attempt = calls.attempt(money.attempt());
    if (answer instanceof BankAnswer.Unknown || attempt.state() == Attempt.State.UNKNOWN) {
      return UNKNOWN;
    }
    if (!money.hasRead(answered.call())) {
      money.read(answered.call(), reading.read(payment, attempt, answer, time.now()).name());
    }
    return money.readVerdict();
  }

  /**
   * Continues from the finding of clarify-outcome.bpmn. The call then counts as interpreted: a
   * later answer to it changes nothing here.
   *
   * @return the verdict for the model
   */
  @Transactional
  public String resume(PaymentId id, Standing standing) {
    var payment = payments.lock(id);
    var now = time.now();
    payment.moveTo(PaymentStatus.PROCESSING, now);
    var verdict = standing.of(payment, calls.attempt(payment.money().attempt()), now).name();
    if (!verdict.equals(UNKNOWN)) {
      payment.money().readAsked(verdict);
    }
    return verdict;
  }

  /** Derives the payment's state from what is known about its attempt. */
  @FunctionalInterface
  public interface Standing {
    Enum<?> of(PaymentEntity payment, Attempt attempt, Instant now);
  }

  /** Interprets an operation's certain answer, after the attempt's state has been updated. */
  @FunctionalInterface
  public interface Reading {
    Enum<?> read(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now);
  }

  /**
   * Whether the request certainly had no effect: it never left, or it expired and was rejected for
   * that.
   */
  public static boolean neverHappened(BankAnswer answer) {
    return answer instanceof NotSent
        || answer instanceof Declined declined && declined.cameTooLate();
  }

  /** The payment's lines, as a bank is told them. */
  public static List<Line> lines(PaymentEntity payment) {
    return payment.lines().stream().map(MoneyCalls::line).toList();
  }

  private static Line line(PaymentLine line) {
    var to =
        new Beneficiary(line.beneficiaryBank(), line.beneficiaryAccount(), line.beneficiaryName());
    return new Line(line.dossier(), line.fee(), line.amount(), to);
  }
}
