package vn.dvc.pay.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Events for the portal. Written in the transaction of the fact they report and delivered later, at
 * least once, so that delivery never delays a payment. Events of one subject, such as a dossier,
 * are delivered in the order in which they were written.
 */
public interface Outbox {

  /**
   * @param type dossier.paid, payment.finished, …; its first word names the subject
   * @param data the event's data as the portal contract defines it, including the subject
   */
  void put(String type, Map<String, Object> data);

  /**
   * @param at when the fact happened, in database time
   */
  void put(String type, Map<String, Object> data, Instant at);

  /** Restarts the delivery of an event that was given up; has no effect on any other event. */
  void sendAgain(UUID event);

  /**
   * Records that two persons vouch that the portal knows of an event that was given up, so that
   * later events need not wait for it.
   */
  void vouchFor(UUID event);
}
