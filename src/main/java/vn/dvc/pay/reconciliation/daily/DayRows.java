package vn.dvc.pay.reconciliation.daily;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.Reconciliations;

/** The table of banks' days. Who changes one has locked it. */
@Component
class DayRows {
  private static final String SELECT =
      """
      select id, bank, on_day, state, due_at, process_instance, fetches, next_fetch_at, matches,
        next_match_at, missing, statement
      from reconciliation\s""";

  private final JdbcClient jdbc;

  DayRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when another node planned it just now
   */
  void plan(String bank, LocalDate day, Instant due) {
    jdbc.sql(
            """
            insert into reconciliation (id, bank, on_day, state, due_at, fetches, matches)
            values (?, ?, ?, 'PLANNED', ?, 0, 0)""")
        .params(DayOfBank.id(bank, day), bank, day, utc(due))
        .update();
  }

  Optional<DayOfBank> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(DayRows::day).optional();
  }

  DayOfBank lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update").param(id).query(DayRows::day).single();
  }

  /** This day and those before it that have a statement, oldest first, all locked. */
  List<DayOfBank> lockUntil(String bank, LocalDate first, LocalDate last) {
    return jdbc.sql(
            SELECT + "where bank = ? and on_day >= ? and on_day <= ? order by on_day for update")
        .params(bank, first, last)
        .query(DayRows::day)
        .list();
  }

  Optional<LocalDate> newest(String bank) {
    return jdbc.sql("select max(on_day) from reconciliation where bank = ?")
        .param(bank)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  List<String> due(Instant now) {
    return jdbc.sql("select id from reconciliation where state = 'PLANNED' and due_at <= ?")
        .param(utc(now))
        .query(String.class)
        .list();
  }

  void runs(String id, String instance) {
    jdbc.sql(
            """
            update reconciliation set state = 'RUNNING', process_instance = ?, fetches = 0,
              next_fetch_at = null, matches = 0, next_match_at = null
            where id = ?""")
        .params(instance, id)
        .update();
  }

  void missing(String id, String why) {
    jdbc.sql("update reconciliation set missing = ? where id = ?").params(why, id).update();
  }

  void fetchAgain(String id, int fetches, Instant at) {
    jdbc.sql("update reconciliation set fetches = ?, next_fetch_at = ? where id = ?")
        .params(fetches, utc(at), id)
        .update();
  }

  void matchAgain(String id, int matches, Instant at) {
    jdbc.sql("update reconciliation set matches = ?, next_match_at = ? where id = ?")
        .params(matches, utc(at), id)
        .update();
  }

  void has(String id, UUID statement) {
    jdbc.sql("update reconciliation set statement = ?, missing = null, matches = 0 where id = ?")
        .params(statement, id)
        .update();
  }

  /** Done, or planned again where the day was not over. */
  void ends(String id, Reconciliations.State state, Instant due, Instant now) {
    jdbc.sql(
            """
            update reconciliation set state = ?, due_at = ?, process_instance = null, done_at = ?
            where id = ?""")
        .params(state.name(), utc(due), utc(now), id)
        .update();
  }

  private static DayOfBank day(ResultSet row, int number) throws SQLException {
    return new DayOfBank(
        row.getString("id"),
        row.getString("bank"),
        row.getObject("on_day", LocalDate.class),
        Reconciliations.State.valueOf(row.getString("state")),
        instant(row, "due_at"),
        row.getString("process_instance"),
        row.getInt("fetches"),
        instant(row, "next_fetch_at"),
        row.getInt("matches"),
        instant(row, "next_match_at"),
        row.getString("missing"),
        row.getObject("statement", UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
