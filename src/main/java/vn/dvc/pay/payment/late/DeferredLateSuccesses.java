package vn.dvc.pay.payment.late;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.values.AttemptRef;

/**
 * Processes late answers again that arrived while their payment was still working on the attempt.
 */
@Component
class DeferredLateSuccesses {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredLateSuccesses.class);

  private final LateSuccessRepository lateSuccesses;
  private final LateSuccessDetector detector;
  private final BankCalls calls;
  private final TransactionTemplate transaction;

  DeferredLateSuccesses(
      LateSuccessRepository lateSuccesses,
      LateSuccessDetector detector,
      BankCalls calls,
      PlatformTransactionManager transactions) {
    this.lateSuccesses = lateSuccesses;
    this.detector = detector;
    this.calls = calls;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Runs on every node; the payment's lock decides which one proceeds. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void retry() {
    lateSuccesses.findByWaitsTrue().forEach(late -> retry(new AttemptRef(late.attemptRef())));
  }

  private void retry(AttemptRef attempt) {
    try {
      transaction.executeWithoutResult(status -> detector.detect(calls.attempt(attempt)));
    } catch (RuntimeException failed) {
      LOG.warn("Late success of {} deferred to the next round: {}", attempt, failed.getClass());
    }
  }
}
