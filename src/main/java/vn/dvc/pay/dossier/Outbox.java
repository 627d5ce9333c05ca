package vn.dvc.pay.dossier;

import java.util.Map;
import java.util.UUID;

/**
 * Events for the portal. Written in the transaction of the fact they tell, delivered later, at
 * least once, and never in the way of a payment.
 */
public interface Outbox {

  /**
   * @param type dossier.paid, payment.finished, …
   * @param data the event's data as the portal contract shows it
   */
  void put(String type, Map<String, Object> data);

  /** Makes an event that was given up due again, from the start. Does nothing to any other. */
  void sendAgain(UUID event);
}
