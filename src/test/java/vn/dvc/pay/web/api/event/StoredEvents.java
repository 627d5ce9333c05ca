package vn.dvc.pay.web.api.event;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events as they stand in the outbox some time after they were written. */
public final class StoredEvents {
  private static final String PUT =
      """
      insert into outbox (event_id, event_type, subject, body, happened_at, attempts,
        delivered_at, failed_at, vouched_at) values (?, 'dossier.paid', ?, ?, ?, 1, ?, ?, ?)""";

  private StoredEvents() {}

  public static UUID delivered(JdbcClient jdbc, String subject) {
    return put(jdbc, subject, hoursAgo(1), hoursAgo(1), null, null);
  }

  static UUID deliveredJustNow(JdbcClient jdbc, String subject) {
    return put(jdbc, subject, hoursAgo(0), hoursAgo(0), null, null);
  }

  static UUID givenUp(JdbcClient jdbc, String subject, boolean vouchedFor) {
    return put(jdbc, subject, hoursAgo(90), null, hoursAgo(1), vouchedFor ? hoursAgo(0) : null);
  }

  private static UUID put(
      JdbcClient jdbc,
      String subject,
      OffsetDateTime at,
      @Nullable OffsetDateTime delivered,
      @Nullable OffsetDateTime failed,
      @Nullable OffsetDateTime vouched) {
    var id = UUID.randomUUID();
    var body =
        """
        {"event_id":"%s","type":"dossier.paid","at":"%s","data":{"dossier":"%s"}}"""
            .formatted(id, at.toInstant(), subject);
    jdbc.sql(PUT).params(id, subject, body, at, delivered, failed, vouched).update();
    return id;
  }

  private static OffsetDateTime hoursAgo(int hours) {
    return OffsetDateTime.now(ZoneOffset.UTC).minusHours(hours);
  }
}
