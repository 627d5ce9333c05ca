package vn.dvc.pay.notification.delivery;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.OutboxWatch;
import vn.dvc.pay.notification.outbox.OutboxEventRepository;
import vn.dvc.pay.time.DatabaseTime;

/** Counts what is in the outbox. */
@Component
class WatchedOutbox implements OutboxWatch {
  private final OutboxEventRepository outbox;
  private final OutboxSettings settings;
  private final DatabaseTime time;

  WatchedOutbox(OutboxEventRepository outbox, OutboxSettings settings, DatabaseTime time) {
    this.outbox = outbox;
    this.settings = settings;
    this.time = time;
  }

  @Override
  @Transactional(readOnly = true)
  public Condition now() {
    var oldest =
        outbox
            .oldestUndelivered()
            .map(happened -> Duration.between(happened, time.now()))
            .orElse(Duration.ZERO);
    return new Condition(
        outbox.waiting(),
        oldest,
        oldest.compareTo(settings.overdue()) > 0,
        outbox.givenUp(),
        outbox.lastDelivery().orElse(null));
  }
}
