package vn.dvc.pay.payment.late;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.OutcomeContradicted;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * Hears that a bank may have moved money for an attempt that had come to nothing. The word is only
 * a hint: late-success.bpmn has the bank asked.
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

  /** In the transaction that hears it. An answer is told only once, so it is kept if need be. */
  @EventListener
  void hear(OutcomeContradicted word) {
    var attempt = calls.attempt(word.attempt());
    if (!hear(attempt) && !lateSuccesses.existsById(attempt.ref().id())) {
      lateSuccesses.saveAndFlush(row(attempt));
    }
  }

  /**
   * Takes back that the attempt came to nothing, and has the bank asked; every time anew until the
   * bank confirms it, for an innocent word must not use up the one that is true.
   *
   * @return false when its payment still works on this very attempt: to be heard again later
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hear(Attempt attempt) {
    if (attempt.amount() == null || !attempt.subject().startsWith("P")) {
      return true; // no money, or no payment's: the statement tells
    }
    var payment = payments.lock(PaymentId.of(attempt.subject()));
    if (worksOn(payment, attempt.ref())) {
      return false;
    }
    var known = lateSuccesses.findById(attempt.ref().id());
    if (known.filter(LateSuccessEntity::goesBack).isPresent()) {
      return true;
    }
    if (!calls.doubtAgain(attempt.ref())) {
      // What was done is known by now, or is being asked about.
      known.filter(LateSuccessEntity::waits).ifPresent(lateSuccesses::delete);
      return true;
    }
    var late = known.orElseGet(() -> row(attempt));
    late.isAskedAbout();
    lateSuccesses.saveAndFlush(late);
    processes.start(
        "late-success",
        attempt.ref().toString(),
        Map.of("attemptRef", attempt.ref().toString(), "bank", attempt.bank()));
    return true;
  }

  private LateSuccessEntity row(Attempt attempt) {
    return new LateSuccessEntity(attempt.ref().id(), attempt.subject(), time.now());
  }

  private static boolean worksOn(PaymentEntity payment, AttemptRef attempt) {
    return !payment.status().isFinished() && attempt.equals(payment.money().attempt());
  }
}
