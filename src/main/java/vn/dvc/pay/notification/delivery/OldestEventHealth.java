package vn.dvc.pay.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.notification.outbox.OutboxEventRepository;
import vn.dvc.pay.time.DatabaseTime;

/**
 * How long the oldest undelivered event has waited: shown in the health, measured, and logged when
 * it is too long. The status is one of its own, which keeps the node in service: no node can help
 * that the portal is away.
 */
@Component("outbox")
class OldestEventHealth implements HealthIndicator, MeterBinder {
  static final Status OVERDUE = new Status("OVERDUE");
  private static final Logger LOG = LoggerFactory.getLogger(OldestEventHealth.class);

  private final OutboxEventRepository outbox;
  private final OutboxSettings settings;
  private final DatabaseTime time;

  OldestEventHealth(OutboxEventRepository outbox, OutboxSettings settings, DatabaseTime time) {
    this.outbox = outbox;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public Health health() {
    var age = age();
    var health = isOverdue(age) ? Health.status(OVERDUE) : Health.up();
    return health.withDetail("oldestUndelivered", age.toString()).build();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("dvc.outbox.oldest", () -> age().toSeconds())
        .baseUnit("seconds")
        .description("How long the oldest undelivered event has waited")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${dvc.outbox.watch:1m}")
  void warn() {
    var age = age();
    if (isOverdue(age)) {
      LOG.warn("The oldest event has waited {} for the portal to accept it", age);
    }
  }

  private Duration age() {
    return outbox
        .oldestUndelivered()
        .map(happened -> Duration.between(happened, time.now()))
        .orElse(Duration.ZERO);
  }

  private boolean isOverdue(Duration age) {
    return age.compareTo(settings.overdue()) > 0;
  }
}
