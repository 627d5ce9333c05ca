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

/** Has late answers heard again that came while their payment still worked on the attempt. */
@Component
class DeferredLateSuccesses {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredLateSuccesses.class);

  private final LateSuccessRepository lateSuccesses;
  private final LateSuccessDetector words;
  private final BankCalls calls;
  private final TransactionTemplate transaction;

  DeferredLateSuccesses(
      LateSuccessRepository lateSuccesses,
      LateSuccessDetector words,
      BankCalls calls,
      PlatformTransactionManager transactions) {
    this.lateSuccesses = lateSuccesses;
    this.words = words;
    this.calls = calls;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** On every node; the payment's lock settles whose word it is. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void hearAgain() {
    lateSuccesses.findByWaitsTrue().forEach(late -> hearAgain(new AttemptRef(late.attemptRef())));
  }

  private void hearAgain(AttemptRef attempt) {
    try {
      transaction.executeWithoutResult(status -> words.hear(calls.attempt(attempt)));
    } catch (RuntimeException failed) {
      LOG.warn("The late word on {} waits for the next round: {}", attempt, failed.getClass());
    }
  }
}
