package vn.dvc.pay.portal;

/** Delivers signed events to the portal. */
public interface PortalWebhooks {

  /**
   * Sends one event (exactly this JSON) with its detached signature, holding no database
   * connection.
   *
   * @return whether the portal accepted it (any 2xx)
   */
  boolean deliver(String eventJson);
}
