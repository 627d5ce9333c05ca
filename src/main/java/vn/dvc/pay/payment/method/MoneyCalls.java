package vn.dvc.pay.payment.method;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * The requests of a payment's attempt, whatever the way of paying. Sending holds no transaction;
 * recording runs in the one that also completes the task, and may run again after a crash.
 */
@Component
public class MoneyCalls {
  /** How long a bank may act on a request; after this it must refuse it. */
  private static final Duration REQUEST_VALID = Duration.ofSeconds(30);

  /** The word that every model clarifies. */
  private static final String UNKNOWN = "UNKNOWN";

  private final PaymentRepository payments;
  private final BankCalls calls;
  private final DatabaseTime time;

  MoneyCalls(PaymentRepository payments, BankCalls calls, DatabaseTime time) {
    this.payments = payments;
    this.calls = calls;
    this.time = time;
  }

  /** Writes the attempt's next request down, in the caller's transaction. */
  public void prepare(
      PaymentEntity payment,
      Operation operation,
      Instant now,
      String sealed,
      Map<String, Object> body) {
    payment
        .money()
        .asks(
            calls.prepare(
                payment.money().attempt(), operation, now.plus(REQUEST_VALID), sealed, body));
  }

  public Answered send(PaymentId id, Operation operation) {
    return calls.send(payments.attemptOf(id), operation);
  }

  /**
   * The same, unless something stands against it as it is claimed.
   *
   * @param objection as at {@link BankCalls#send(AttemptRef, Operation, Supplier)}
   */
  public Answered send(PaymentId id, Operation operation, Supplier<Optional<String>> objection) {
    return calls.send(payments.attemptOf(id), operation, objection);
  }

  /**
   * Writes an answer down and reads it, once however often it is recorded, and only while the
   * payment waits for this very call. A worker that stood still brings its answer home when the
   * payment has long gone on to another call or attempt: what it says of its own attempt is kept,
   * what the payer may do next is no longer its to say.
   *
   * @return the verdict word that the model reads; UNKNOWN sends it to what our tables know by now
   */
  @Transactional
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
   * Goes on from what clarify-outcome.bpmn found out. With this the call is read: an answer of it
   * that comes later changes nothing here.
   *
   * @return the verdict word that the model reads
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

  /** Where the payment stands, given what is known of its attempt. */
  @FunctionalInterface
  public interface Standing {
    Enum<?> of(PaymentEntity payment, Attempt attempt, Instant now);
  }

  /** How one operation reads its certain answer, the attempt already moved by it. */
  @FunctionalInterface
  public interface Reading {
    Enum<?> read(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now);
  }

  /**
   * It surely had no effect: it never left, or came after its validity and was refused for that.
   */
  public static boolean neverHappened(BankAnswer answer) {
    return answer instanceof NotSent
        || answer instanceof Declined declined && declined.reason().equals("request-expired");
  }

  /** What is paid, in the words of the bank contract. */
  public static List<Map<String, Object>> lines(PaymentEntity payment) {
    return payment.lines().stream().map(MoneyCalls::line).toList();
  }

  private static Map<String, Object> line(PaymentLine line) {
    return Map.of(
        "dossier", line.dossier(),
        "fee", line.fee(),
        "amount", line.amount(),
        "beneficiary",
            Map.of(
                "bank", line.beneficiaryBank(),
                "account", line.beneficiaryAccount(),
                "name", line.beneficiaryName()));
  }
}
