package vn.dvc.pay.bank.calls;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Erases sealed values that were not claimed in time, because a payer left or a bank's slots were
 * full.
 */
@Component
class SealedValueSweep {
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final CallRepository calls;
  private final DatabaseTime time;

  SealedValueSweep(CallRepository calls, DatabaseTime time) {
    this.calls = calls;
    this.time = time;
  }

  @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  @Transactional
  void forget() {
    calls.forgetSealedBefore(time.now().minus(KEPT));
  }
}
