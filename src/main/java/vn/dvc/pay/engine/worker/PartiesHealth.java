package vn.dvc.pay.engine.worker;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Party;

/** Down while an open task waits for a party that no node serves any more. */
@Component("parties")
class PartiesHealth implements HealthIndicator {
  private final ExternalTaskService tasks;
  private final ServedParties served;

  PartiesHealth(ExternalTaskService tasks, ServedParties served) {
    this.tasks = tasks;
    this.served = served;
  }

  @Override
  public Health health() {
    Set<String> topics = served.all().stream().map(Party::topic).collect(Collectors.toSet());
    List<String> orphaned =
        tasks.getTopicNames().stream().filter(topic -> !topics.contains(topic)).sorted().toList();
    return orphaned.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("notServed", orphaned).build();
  }
}
