package vn.dvc.pay.reconciliation.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores statements. Only one process at a time works on a bank's day. */
@Component
class StatementRepository {
  private final JdbcClient jdbc;

  StatementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks the file with this content. The same content from one bank is one file, whichever days it
   * was fetched for.
   */
  Optional<Known> lock(String bank, String sha256) {
    return jdbc.sql(
            "select id, on_day, state from statement where bank = ? and sha256 = ? for update")
        .params(bank, sha256)
        .query(
            (row, number) ->
                new Known(
                    row.getObject("id", UUID.class),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("state")))
        .optional();
  }

  void insert(String bank, LocalDate day, String sha256, byte[] content, Instant now) {
    jdbc.sql(
            """
            insert into statement (id, bank, on_day, sha256, content, state, fetched_at)
            values (?, ?, ?, ?, ?, 'FETCHED', ?)""")
        .params(UUID.randomUUID(), bank, day, sha256, content, utc(now))
        .update();
  }

  void fetchedAgain(UUID id, Instant now) {
    jdbc.sql("update statement set fetched_at = ? where id = ?").params(utc(now), id).update();
  }

  /** Assigns a file that was refused for another day to this one, so that it is examined again. */
  void assign(UUID id, LocalDate day, Instant now) {
    jdbc.sql(
            """
            update statement set on_day = ?, state = 'FETCHED', refusal = null, tells_of = null,
              fetched_at = ?
            where id = ?""")
        .params(day, utc(now), id)
        .update();
  }

  Optional<Kept> newest(String bank, LocalDate day) {
    return jdbc.sql(
            """
            select id, state, refusal, tells_of, content from statement where bank = ? and on_day = ?
            order by fetched_at desc fetch first 1 rows only""")
        .params(bank, day)
        .query(
            (row, number) ->
                new Kept(
                    row.getObject("id", UUID.class),
                    row.getString("state"),
                    row.getString("refusal"),
                    row.getObject("tells_of", LocalDate.class),
                    row.getBytes("content")))
        .optional();
  }

  void refused(UUID id, String why, LocalDate statedDay) {
    jdbc.sql("update statement set state = 'REFUSED', refusal = ?, tells_of = ? where id = ?")
        .params(why, statedDay, id)
        .update();
  }

  void imported(UUID id, StatementHead head, Instant now) {
    jdbc.sql(
            """
            update statement set state = 'IMPORTED', message = ?, account = ?, from_at = ?,
              to_at = ?, opening = ?, closing = ?, credits = ?, credit_sum = ?, debits = ?,
              debit_sum = ?, imported_at = ?
            where id = ?""")
        .params(
            head.message(),
            head.account(),
            head.from(),
            head.to(),
            head.opening(),
            head.closing(),
            head.credits().lines(),
            head.credits().sum(),
            head.debits().lines(),
            head.debits().sum(),
            utc(now),
            id)
        .update();
  }

  Optional<TakenStatement> taken(UUID id) {
    return jdbc.sql(
            """
            select id, bank, on_day, sha256, message, account, from_at, to_at, opening, closing,
              credits, credit_sum, debits, debit_sum
            from statement where id = ? and state = 'IMPORTED'""")
        .param(id)
        .query(StatementRepository::taken)
        .optional();
  }

  private static TakenStatement taken(ResultSet row, int number) throws SQLException {
    var head =
        new StatementHead(
            row.getString("message"),
            row.getObject("from_at", OffsetDateTime.class),
            row.getObject("to_at", OffsetDateTime.class),
            row.getString("account"),
            row.getObject("opening", Long.class),
            row.getObject("closing", Long.class),
            new StatementHead.Totals(row.getLong("credits"), row.getLong("credit_sum")),
            new StatementHead.Totals(row.getLong("debits"), row.getLong("debit_sum")));
    return new TakenStatement(
        row.getObject("id", UUID.class),
        row.getString("bank"),
        row.getObject("on_day", LocalDate.class),
        row.getString("sha256"),
        head);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  record Kept(UUID id, String state, String refusal, LocalDate statedDay, byte[] content) {}

  record Known(UUID id, LocalDate day, String state) {}
}
