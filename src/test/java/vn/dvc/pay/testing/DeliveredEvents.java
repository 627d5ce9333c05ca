package vn.dvc.pay.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that the portal took long ago. */
public final class DeliveredEvents {
  public static final int MANY = 1000;

  private DeliveredEvents() {}

  public static void add(JdbcClient h2) {
    h2.sql(
            """
            insert into outbox (event_id, event_type, subject, body, attempts, delivered_at)
            select random_uuid(), 't', 'S' || x, '{}', 1, current_timestamp
            from system_range(1, ?)""")
        .param(MANY)
        .update();
  }
}
