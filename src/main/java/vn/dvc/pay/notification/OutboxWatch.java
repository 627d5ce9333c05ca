package vn.dvc.pay.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the delivery of events to the portal is doing: for operators and metrics. */
public interface OutboxWatch {

  Condition now();

  /**
   * @param waiting how many events are yet to be delivered
   * @param oldest how long the oldest of them has waited, zero if there is none
   * @param overdue whether that is too long
   * @param givenUp how many were given up and not vouched for
   * @param lastDelivery when the portal last accepted an event, null if never
   */
  record Condition(
      long waiting,
      Duration oldest,
      boolean overdue,
      long givenUp,
      @Nullable Instant lastDelivery) {}
}
