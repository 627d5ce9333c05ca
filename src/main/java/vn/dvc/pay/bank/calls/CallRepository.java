package vn.dvc.pay.bank.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Stored calls: inserted once, then changed only by updates that name the state from which they may
 * happen. Plain SQL, as in {@link AttemptRepository}.
 */
@Component
class CallRepository {
  private static final String VIEW =
      "select c.call_ref, c.attempt_ref, c.operation, c.seq, c.state, c.attempt_was, c.valid_until,"
          + " c.body, c.answer from bank_call c where ";

  private static final String NEWEST =
      "where c.attempt_ref = ? and c.operation = ? order by c.seq desc fetch first 1 rows only";

  private final JdbcClient jdbc;
  private final DatabaseTime time;

  CallRepository(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Adds the attempt's next call of this operation, in state CREATED. The attempt is locked.
   *
   * @param attemptWas restored if the call certainly had no effect
   */
  void insert(
      UUID call,
      AttemptView attemptWas,
      Operation operation,
      Instant preparedAt,
      Instant validUntil,
      @Nullable String sealed,
      String body) {
    jdbc.sql(
            """
            insert into bank_call (call_ref, attempt_ref, operation, seq, state, version,
              attempt_was, prepared_at, valid_until, sealed, body, executions)
            values (?, ?, ?,
              coalesce((select max(seq) from bank_call where attempt_ref = ? and operation = ?), 0) + 1,
              'CREATED', 0, ?, ?, ?, ?, ?, 0)""")
        .params(
            call,
            attemptWas.attemptRef(),
            operation.name(),
            attemptWas.attemptRef(),
            operation.name(),
            attemptWas.state().name(),
            utc(preparedAt),
            utc(validUntil),
            sealed,
            body)
        .update();
  }

  /** A call that must exist, as it stands. */
  CallView require(UUID call) {
    return jdbc.sql(VIEW + "c.call_ref = ?")
        .param(call)
        .query(CallRepository::view)
        .optional()
        .orElseThrow(() -> new IllegalStateException("No call " + call));
  }

  /** What somebody who claims the newest call of this operation must know. */
  Optional<Prepared> prepared(UUID attempt, Operation operation) {
    return jdbc.sql(
            """
            select c.call_ref, c.attempt_ref, c.operation, c.seq, c.state, c.attempt_was,
              c.valid_until, c.body, c.answer, c.sealed, a.subject, a.bank, a.amount,
              current_timestamp as database_time
            from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
            """
                + NEWEST)
        .params(attempt, operation.name())
        .query(this::prepared)
        .optional();
  }

  private Prepared prepared(ResultSet row, int number) throws SQLException {
    time.note(row);
    return new Prepared(
        view(row, number),
        row.getString("sealed"),
        row.getString("subject"),
        row.getString("bank"),
        row.getObject("amount", Long.class));
  }

  /**
   * A call with its sealed value, and what its attempt says of subject, bank and amount.
   *
   * @param sealed null if it has none, or none any more
   * @param amount null if no money moves
   */
  record Prepared(
      CallView call, @Nullable String sealed, String subject, String bank, @Nullable Long amount) {}

  List<CallView> of(UUID attempt, Operation operation) {
    return jdbc.sql(VIEW + "c.attempt_ref = ? and c.operation = ? order by c.seq")
        .params(attempt, operation.name())
        .query(CallRepository::view)
        .list();
  }

  /** Calls whose effect is unknown. Inquiries are excluded: they change nothing. */
  List<CallView> unknown(UUID attempt) {
    return jdbc.sql(
            VIEW
                + """
                c.attempt_ref = ? and c.state in ('SENDING', 'UNKNOWN')
                  and c.operation not in ('INQUIRY', 'ENQUIRY', 'TOMBSTONE')
                order by c.prepared_at""")
        .param(attempt)
        .query(CallRepository::view)
        .list();
  }

  /** The attempt's last sent call that could have had an effect. */
  Optional<CallView> lastEffective(UUID attempt) {
    return jdbc.sql(
            VIEW
                + """
                c.attempt_ref = ? and c.sent_at is not null
                  and c.operation not in ('INQUIRY', 'ENQUIRY', 'TOMBSTONE')
                order by c.prepared_at desc, c.seq desc fetch first 1 rows only""")
        .param(attempt)
        .query(CallRepository::view)
        .optional();
  }

  /** Makes a certain outcome unknown again. */
  int takeBack(UUID call) {
    return jdbc.sql(
            """
            update bank_call set state = 'UNKNOWN', version = version + 1
            where call_ref = ? and state in ('APPROVED', 'DECLINED', 'NOT_SENT')""")
        .param(call)
        .update();
  }

  /** The claim: only the caller whose update changes one row may send. */
  int claim(UUID call, Instant now) {
    return jdbc.sql(
            """
            update bank_call set state = 'SENDING', version = version + 1, sent_at = ?,
              sealed = null, executions = executions + 1
            where call_ref = ? and state = 'CREATED'""")
        .params(utc(now), call)
        .update();
  }

  void countExecution(UUID call) {
    jdbc.sql("update bank_call set executions = executions + 1 where call_ref = ?")
        .param(call)
        .update();
  }

  /** An answer fills an empty place; a certain answer also replaces an unknown one. */
  int answer(CallView seen, CallState next, String answer, @Nullable String evidence, Instant now) {
    return jdbc.sql(
            """
            update bank_call set state = ?, version = version + 1, sealed = null,
              answered_at = ?, answer = ?, evidence = ?
            where call_ref = ? and state = ?""")
        .params(next.name(), utc(now), answer, evidence, seen.callRef(), seen.state().name())
        .update();
  }

  void forgetSealed(UUID attempt) {
    jdbc.sql(
            """
            update bank_call set sealed = null, version = version + 1
            where attempt_ref = ? and state = 'CREATED' and sealed is not null""")
        .param(attempt)
        .update();
  }

  void forgetSealedBefore(Instant before) {
    jdbc.sql(
            """
            update bank_call set sealed = null, version = version + 1
            where state = 'CREATED' and sealed is not null and prepared_at < ?""")
        .param(utc(before))
        .update();
  }

  Optional<Instant> sentAt(UUID call) {
    return jdbc.sql("select sent_at from bank_call where call_ref = ? and sent_at is not null")
        .param(call)
        .query((row, number) -> instant(row, "sent_at"))
        .optional();
  }

  List<CallTrace> traces(UUID attempt) {
    return jdbc.sql(
            """
            select call_ref, operation, state, sent_at, answered_at, answer from bank_call
            where attempt_ref = ? order by prepared_at, seq""")
        .param(attempt)
        .query(
            (row, number) ->
                new CallTrace(
                    row.getObject("call_ref", UUID.class),
                    Operation.valueOf(row.getString("operation")),
                    CallState.valueOf(row.getString("state")),
                    instant(row, "sent_at"),
                    instant(row, "answered_at"),
                    row.getString("answer")))
        .list();
  }

  private static CallView view(ResultSet row, int number) throws SQLException {
    return new CallView(
        row.getObject("call_ref", UUID.class),
        row.getObject("attempt_ref", UUID.class),
        Operation.valueOf(row.getString("operation")),
        row.getInt("seq"),
        CallState.valueOf(row.getString("state")),
        Attempt.State.valueOf(row.getString("attempt_was")),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        row.getString("body"),
        row.getString("answer"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
