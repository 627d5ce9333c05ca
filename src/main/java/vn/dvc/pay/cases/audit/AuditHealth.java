package vn.dvc.pay.cases.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has altered the audit trail. The status is one of its own, which keeps the node
 * in service: payers can do nothing about it.
 */
@Component("audit")
class AuditHealth implements HealthIndicator, MeterBinder {
  static final Status TAMPERED = new Status("TAMPERED");

  private final AuditSeals seals;

  AuditHealth(AuditSeals seals) {
    this.seals = seals;
  }

  @Override
  public Health health() {
    var check = seals.lastCheck();
    return check.intact()
        ? Health.up().build()
        : Health.status(TAMPERED).withDetail("firstBroken", check.firstBroken()).build();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("dvc.audit.intact", () -> seals.lastCheck().intact() ? 1 : 0)
        .description("1 unless the audit trail was found altered")
        .register(meters);
  }
}
