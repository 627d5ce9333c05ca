package vn.dvc.pay.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.EventLog;
import vn.dvc.pay.notification.outbox.TransactionalOutbox.OutboxFilled;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** Reads the outbox in its order. */
@Component
class StoredEventLog implements EventLog {
  /** Longer than a transaction may take: a statement is ended after one minute. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private static final String BEHIND =
      """
      select seq, body, delivered_at, happened_at from outbox where seq > ?
      order by seq fetch first ? rows only""";
  private static final String ABOUT =
      """
      select event_id, event_type, subject, happened_at, attempts, next_attempt_at, delivered_at,
        failed_at
      from outbox where subject in (:subjects) order by seq""";
  private static final String AGAIN =
      """
      update outbox set next_attempt_at = ?, attempts = 0, delivered_at = null, failed_at = null
      where event_id = ? and (delivered_at is not null or vouched_at is not null)
        and next_attempt_at is null""";

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  StoredEventLog(JdbcClient jdbc, DatabaseTime time, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public Page after(long after, int limit) {
    var settled = time.now().minus(SETTLED);
    var found =
        jdbc
            .sql(BEHIND)
            .params(after, Math.min(limit, MOST))
            .query(
                (row, number) ->
                    new Line(row.getLong("seq"), instant(row, "happened_at"), entry(row)))
            .list()
            .stream()
            .takeWhile(line -> line.happenedAt().isBefore(settled))
            .toList();
    return new Page(
        found.stream().map(Line::entry).toList(),
        found.isEmpty() ? after : found.get(found.size() - 1).seq());
  }

  @Override
  @Transactional
  public Entry resend(UUID event) {
    var now = time.now().atOffset(ZoneOffset.UTC);
    if (jdbc.sql(AGAIN).params(now, event).update() == 1) {
      events.publishEvent(new OutboxFilled());
    } else if (isGivenUp(event)) {
      throw Problem.conflict("event-given-up");
    }
    return jdbc.sql("select body, delivered_at from outbox where event_id = ?")
        .param(event)
        .query((row, number) -> entry(row))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Told> about(Collection<String> subjects) {
    return subjects.isEmpty()
        ? List.of()
        : jdbc.sql(ABOUT).param("subjects", subjects).query((row, number) -> told(row)).list();
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        row.getString("subject"),
        Objects.requireNonNull(instant(row, "happened_at")),
        row.getInt("attempts"),
        instant(row, "next_attempt_at"),
        instant(row, "delivered_at"),
        instant(row, "failed_at"));
  }

  private boolean isGivenUp(UUID event) {
    return jdbc.sql("select failed_at from outbox where event_id = ?")
        .param(event)
        .query((row, number) -> row.getObject("failed_at") != null)
        .optional()
        .orElseThrow(() -> Problem.notFound("event-not-found"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(row.getString("body"), instant(row, "delivered_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private record Line(long seq, Instant happenedAt, Entry entry) {}
}
