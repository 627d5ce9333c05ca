package vn.dvc.proof.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import javax.sql.DataSource;

/** Reads our tables and the engine's, on H2 and PostgreSQL alike. */
final class TableReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Rows rows;

  TableReader(DataSource database) {
    this.rows = new Rows(database);
  }

  /**
   * Calls are read first: whatever a bank has received by the time it is asked was here before.
   * During a run, the bank must be read before the tables.
   */
  Tables tables() {
    return new Tables(
        rows.of(
            """
            select id, payment_method, status, reason, amount, attempt_ref, process_instance, created_at,
              finished_at
            from payment\
            """,
            row ->
                new Tables.Payment(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.number(5),
                    row.uuid(6),
                    row.text(7),
                    row.at(8),
                    row.at(9))),
        rows.of(
            "select payment, dossier, amount from payment_line",
            row -> new Tables.Line(row.text(1), row.text(2), row.number(3))),
        rows.of(
            "select payment, status, reached_at from payment_event order by id",
            row -> new Tables.Event(row.text(1), row.text(2), row.at(3))),
        rows.of(
            "select attempt_ref, subject, bank, amount, state from attempt",
            row ->
                new Tables.Attempt(
                    row.uuid(1), row.text(2), row.text(3), row.number(4), row.text(5))),
        rows.of(
            """
            select call_ref, attempt_ref, operation, seq, state, prepared_at, sent_at, answered_at,
              answer
            from bank_call order by prepared_at, seq\
            """,
            row ->
                new Tables.Call(
                    row.uuid(1),
                    row.uuid(2),
                    row.text(3),
                    (int) row.number(4),
                    row.text(5),
                    row.text(9) == null ? null : json(row.text(9)).path("state").asText(null),
                    row.at(6),
                    row.at(7),
                    row.at(8))),
        rows.of(
            "select code, state, paid_by, receipt from dossier",
            row -> new Tables.Dossier(row.text(1), row.text(2), row.text(3), row.text(4))),
        rows.of(
            "select dossier, payment from live_dossier",
            row -> new Tables.Live(row.text(1), row.text(2))),
        rows.of(
            "select number, dossier, payment, cancelled_at from receipt",
            row -> new Tables.Receipt(row.text(1), row.text(2), row.text(3), row.at(4))),
        rows.of(
            "select event_id, event_type, body, delivered_at, failed_at from outbox",
            row -> {
              var data = json(row.text(3)).path("data");
              return new Tables.News(
                  row.uuid(1),
                  row.text(2),
                  data.path("payment").asText(null),
                  data.path("dossier").asText(null),
                  row.at(4),
                  row.at(5));
            }),
        rows.of(
            """
            select id, kind, subject, payment, opened_at, closed_at, decision, decided_by,
              confirmed_by
            from case_file\
            """,
            row ->
                new Tables.Case(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.at(5),
                    row.at(6),
                    row.text(7),
                    row.text(8),
                    row.text(9))),
        rows.of(
            """
            select id, payment, bank, original_attempt, collection_reference, booking, amount,
              state
            from reversal\
            """,
            row ->
                new Tables.Reversal(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.uuid(4),
                    row.text(5),
                    row.text(6),
                    row.number(7),
                    row.text(8))),
        rows.of(
            """
            select r.payment, coalesce(v.amount, r.amount), r.state, v.id from refund r
            left join refund_reversal x on x.refund = r.id left join reversal v on v.id = x.reversal\
            """,
            row -> new Tables.Refund(row.text(1), row.number(2), row.text(3), row.text(4))),
        rows.of(
            "select attempt_ref, reversal from late_success",
            row -> new Tables.Late(row.uuid(1), row.text(2))),
        rows.of(
            "select id, state from reconciliation",
            row -> new Tables.Day(row.text(1), row.text(2))),
        rows.of(
            "select id, bank, reference, amount, payment, state, collected_at from collection",
            row ->
                new Tables.Collection(
                    row.uuid(1),
                    row.text(2),
                    row.text(3),
                    row.number(4),
                    row.text(5),
                    row.text(6),
                    row.at(7))),
        rows.of(
            "select payment, code, valid_until from instruction",
            row -> new Tables.Instruction(row.text(1), row.text(2), row.at(3))),
        rows.of(
            """
            select l.reference, l.amount, l.credit, l.line_class, l.line_no, r.bank, r.on_day
            from reconciliation r join statement_line l on l.statement = r.statement\
            """,
            row ->
                new Tables.Booked(
                    row.text(6),
                    row.text(7),
                    (int) row.number(5),
                    row.text(1),
                    row.number(2),
                    row.is(3),
                    row.text(4))),
        rows.of(
            "select bank, on_day, kind, line_no, state, case_id from difference",
            row ->
                new Tables.Difference(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    (int) row.number(4),
                    row.text(5),
                    row.text(6))),
        new AuditChain(rows).faults(),
        rows.number("select count(*) from bank_message where handled_at is null"));
  }

  Engine engine() {
    return new Engine(
        rows.of(
            """
            select ID_, PROC_DEF_KEY_, BUSINESS_KEY_, SUPER_PROCESS_INSTANCE_ID_, START_TIME_,
              END_TIME_, END_ACT_ID_
            from ACT_HI_PROCINST\
            """,
            row ->
                new Engine.Instance(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4) != null,
                    row.at(5),
                    row.at(6),
                    row.text(7))),
        rows.of(
            """
            select e.ROOT_PROC_INST_ID_, i.INCIDENT_TYPE_, i.ACTIVITY_ID_
            from ACT_RU_INCIDENT i left join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_
            where i.CAUSE_INCIDENT_ID_ = i.ID_\
            """,
            row ->
                new Engine.Stuck(
                    row.text(1), "an incident (" + row.text(2) + ") at " + row.text(3))));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A row that is not JSON", broken);
    }
  }
}
