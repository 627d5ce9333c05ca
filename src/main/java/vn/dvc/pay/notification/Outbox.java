package vn.dvc.pay.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Events for the portal. Written in the transaction of the fact they tell, delivered later, at
 * least once, and never in the way of a payment. Those of one subject, a dossier for example, are
 * delivered in the order in which they were written.
 */
public interface Outbox {

  /**
   * @param type dossier.paid, payment.finished, …; its first word says what it is about
   * @param data the event's data as the portal contract shows it, its subject among them
   */
  void put(String type, Map<String, Object> data);

  /**
   * @param at the time of the fact, by the database; see {@link #put(String, Map)} for the rest
   */
  void put(String type, Map<String, Object> data, Instant at);

  /** Makes an event that was given up due again, from the start. Does nothing to any other. */
  void sendAgain(UUID event);

  /** Two persons vouch that the portal knows of an event that was given up: no later one waits. */
  void vouchFor(UUID event);
}
