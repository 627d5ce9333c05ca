package vn.dvc.pay.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Events of which people who asked for it are told, too. They are handed over a while after their
 * commit, so that nothing of it is part of moving money.
 */
public interface EventsForPeople {
  Set<String> TYPES =
      Set.of(
          "payment.finished",
          "payment.reversed",
          "payment.approval-awaited",
          "payment.money-looked-at",
          "payment.money-returned",
          "payment.reminder",
          "registration.changed",
          "registration.reminder");

  /**
   * Events that are due, locked until the caller's transaction ends. Asks the database only after
   * an event was written here, and once a minute for those of other nodes.
   */
  List<Event> due(int limit);

  /** One of them, locked; false if it was dealt with elsewhere. */
  boolean lock(UUID event);

  /** Whoever is to know of them is about to: in the caller's transaction. */
  void done(Collection<UUID> events);

  void postpone(UUID event, Instant until);

  /**
   * @param subject the payment or registration
   * @param body as the portal receives it
   */
  record Event(UUID id, String type, String subject, String body) {}
}
