package vn.dvc.pay.payment.late;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject.OfPayment;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.LateAnswer.OutcomeContradicted;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * Detects that a bank may have moved money for an attempt that had been settled as not executed.
 * The message is only a hint: late-success.bpmn sends an inquiry.
 */
@Component
public class LateSuccessDetector {
  private final BankCalls calls;
  private final PaymentRepository payments;
  private final LateSuccessRepository lateSuccesses;
  private final Processes processes;
  private final DatabaseTime time;

  LateSuccessDetector(
      BankCalls calls,
      PaymentRepository payments,
      LateSuccessRepository lateSuccesses,
      Processes processes,
      DatabaseTime time) {
    this.calls = calls;
    this.payments = payments;
    this.lateSuccesses = lateSuccesses;
    this.processes = processes;
    this.time = time;
  }

  /**
   * Runs in the publisher's transaction. An answer arrives only once, so it is stored if it must
   * wait.
   */
  @EventListener
  void on(OutcomeContradicted contradicted) {
    var attempt = calls.attempt(contradicted.attempt());
    if (!detect(attempt) && !lateSuccesses.existsById(attempt.ref().id())) {
      lateSuccesses.saveAndFlush(entityFor(attempt));
    }
  }

  /**
   * Reopens the attempt and has the bank asked. This repeats for every hint until the bank confirms
   * one, because a false hint must not mask a true one.
   *
   * @return false if its payment still works on this attempt, so that the hint must be retried
   *     later
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean detect(Attempt attempt) {
    if (attempt.amount() == null || !(attempt.subject() instanceof OfPayment subject)) {
      return true; // no money, or not a payment's: the statement will show it
    }
    var payment = payments.lock(subject.payment());
    if (worksOn(payment, attempt.ref())) {
      return false;
    }
    var known = lateSuccesses.findById(attempt.ref().id());
    if (known.filter(LateSuccessEntity::goesBack).isPresent()) {
      return true;
    }
    if (!calls.doubtAgain(attempt.ref())) {
      // The outcome is known by now, or an inquiry is under way.
      known.filter(LateSuccessEntity::waits).ifPresent(lateSuccesses::delete);
      return true;
    }
    var late = known.orElseGet(() -> entityFor(attempt));
    late.inquiryStarted();
    lateSuccesses.saveAndFlush(late);
    processes.start(
        "late-success",
        attempt.ref().toString(),
        Map.of("attemptRef", attempt.ref().toString(), "bank", attempt.bank()));
    return true;
  }

  private LateSuccessEntity entityFor(Attempt attempt) {
    return new LateSuccessEntity(attempt.ref().id(), attempt.subject().id(), time.now());
  }

  private static boolean worksOn(PaymentEntity payment, AttemptRef attempt) {
    return !payment.status().isFinished() && attempt.equals(payment.money().attempt());
  }
}
