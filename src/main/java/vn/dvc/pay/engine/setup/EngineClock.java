package vn.dvc.pay.engine.setup;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/** In tests, moves the engine's clock, by which its timers fire, together with the database's. */
@Component
class EngineClock {
  private final ObjectProvider<JobExecutor> timers;

  EngineClock(ObjectProvider<JobExecutor> timers) {
    this.timers = timers;
  }

  /** Before any worker looks for what is due. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void follow(DatabaseTime.Travelled travelled) {
    if (travelled.offset().isZero()) {
      ClockUtil.reset();
    } else {
      ClockUtil.offset(travelled.offset().toMillis());
    }
    timers.ifAvailable(JobExecutor::jobWasAdded);
  }
}
