package vn.dvc.pay.limits;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.ReadsTable.Column;

/** Evaluates velocity-policy.dmn, for each try anew: a changed row counts at once. */
@ReadsTable(
    value = "velocity-policy",
    rooms = {"payment", "registration"},
    inputs = {
      @Column(name = "tried", type = Tried.class),
      @Column(name = "countedBy", type = Counted.class)
    },
    outputs = {
      @Column(name = "most", type = int.class, least = 0, most = 1_000_000),
      @Column(name = "windowMinutes", type = int.class, least = 1, most = 43_200)
    })
@Component
class VelocityPolicy {
  private final Decisions decisions;

  VelocityPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  Velocity of(Tried tried, Counted by) {
    var decision =
        decisions.decide("velocity-policy", Map.of("tried", tried.name(), "countedBy", by.name()));
    return new Velocity(
        decision.number("most"), Duration.ofMinutes(decision.number("windowMinutes")));
  }
}
