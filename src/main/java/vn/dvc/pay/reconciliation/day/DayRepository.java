package vn.dvc.pay.reconciliation.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.Reconciliations;

/**
 * Reads and locks banks' days. Never lock two days at once: where several days matter, take {@link
 * BankLock} instead, and before any day.
 */
@Component
public class DayRepository {
  private static final String SELECT =
      """
      select id, bank, on_day, state, due_at, process_instance, runs_since, fetches, next_fetch_at,
        incomplete, match_passes, next_match_at, matched_until, missing, statement_of, statement
      from reconciliation\s""";

  private final JdbcClient jdbc;

  DayRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<DayOfBank> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(DayRepository::day).optional();
  }

  /** The same, of a day that must be known. */
  public DayOfBank require(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No reconciliation " + id));
  }

  public DayOfBank lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update")
        .param(id)
        .query(DayRepository::day)
        .single();
  }

  /** The oldest day with a statement after {@code after} and not later than {@code last}. */
  Optional<DayOfBank> nextWithStatement(String bank, LocalDate after, LocalDate last) {
    return jdbc.sql(
            SELECT
                + """
                where bank = ? and on_day > ? and on_day <= ? and statement is not null
                order by on_day fetch first 1 rows only""")
        .params(bank, after, last)
        .query(DayRepository::day)
        .optional();
  }

  Optional<LocalDate> newest(String bank) {
    return jdbc.sql("select max(on_day) from reconciliation where bank = ?")
        .param(bank)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  List<String> due(Instant now) {
    return jdbc.sql("select id from reconciliation where state = 'PLANNED' and due_at <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  List<String> running() {
    return jdbc.sql("select id from reconciliation where state = 'RUNNING' order by id")
        .query(String.class)
        .list();
  }

  private static DayOfBank day(ResultSet row, int number) throws SQLException {
    return new DayOfBank(
        row.getString("id"),
        row.getString("bank"),
        row.getObject("on_day", LocalDate.class),
        Reconciliations.State.valueOf(row.getString("state")),
        instant(row, "due_at"),
        row.getString("process_instance"),
        instant(row, "runs_since"),
        row.getInt("fetches"),
        instant(row, "next_fetch_at"),
        row.getInt("incomplete"),
        row.getInt("match_passes"),
        instant(row, "next_match_at"),
        row.getObject("matched_until", LocalDate.class),
        row.getString("missing"),
        row.getObject("statement_of", LocalDate.class),
        row.getObject("statement", UUID.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
