package vn.dvc.pay.bank;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.DatabaseTime;

/** Forgets sealed values that nobody claimed in time: a payer left, or a bank's slots were full. */
@Component
class SealedSweep {
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final CallRows calls;
  private final DatabaseTime time;

  SealedSweep(CallRows calls, DatabaseTime time) {
    this.calls = calls;
    this.time = time;
  }

  @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  @Transactional
  void forget() {
    calls.forgetSealedBefore(time.now().minus(KEPT));
  }
}
