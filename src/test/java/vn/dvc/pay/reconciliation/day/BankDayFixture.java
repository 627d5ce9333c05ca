package vn.dvc.pay.reconciliation.day;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.values.PaymentId;

/**
 * A bank's day, the attempts of that day and its statement. The bank is unknown to the application
 * and the year far away, so that no background job touches it.
 */
public class BankDayFixture {
  public static final String BANK = "970499";
  public static final LocalDate DAY = LocalDate.of(2999, 11, 24);
  private static final String NOON = "2999-11-24T05:00:00Z";
  public static final String ID = DayOfBank.id(BANK, DAY);

  private final BankDays days;
  private final DayMatching matching;
  private final DayPlan plan;
  private final Reconciliations reconciliations;
  private final Cases cases;
  private final HumanTasks tasks;
  private final JdbcClient jdbc;

  BankDayFixture(
      BankDays days,
      DayMatching matching,
      DayPlan plan,
      Reconciliations reconciliations,
      Cases cases,
      HumanTasks tasks,
      JdbcClient jdbc) {
    this.days = days;
    this.matching = matching;
    this.plan = plan;
    this.reconciliations = reconciliations;
    this.cases = cases;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  /** The day is planned, and nothing of it has happened yet. */
  public void begins() {
    forget();
    plan.plan(BANK, DAY);
  }

  public void forget() {
    jdbc.sql("delete from difference").update();
    jdbc.sql("delete from statement_line").update();
    jdbc.sql("delete from statement").update();
    jdbc.sql("delete from reconciliation where bank = ?").param(BANK).update();
    jdbc.sql(
            """
            delete from bank_call where attempt_ref in
              (select attempt_ref from attempt where bank = ?)""")
        .param(BANK)
        .update();
    jdbc.sql("delete from attempt where bank = ?").param(BANK).update();
    jdbc.sql("delete from collection where bank = ?").param(BANK).update();
    jdbc.sql("delete from reversal where bank = ?").param(BANK).update();
    jdbc.sql("delete from payment where policy_source = 'reconciliation-test'").update();
  }

  public StatementVerdict imports(StatementText file) {
    var verdict = fetched(ID, file.text(), "2999");
    return verdict == StatementVerdict.IMPORTED ? matches() : verdict;
  }

  public StatementVerdict fetched(String text) {
    return fetched(ID, text, "2999");
  }

  public StatementVerdict fetched(String id, String text, String year) {
    days.record(id, file(text, year));
    return days.take(id);
  }

  public static Fetched.File file(String text, String year) {
    var bytes = text.replace("2026-11-2", year + "-11-2").getBytes(StandardCharsets.UTF_8);
    return new Fetched.File(bytes, sha256(bytes));
  }

  public StatementVerdict matches() {
    StatementVerdict verdict;
    do {
      matching.matchNext(ID);
      verdict = matching.openCases(ID);
    } while (verdict == StatementVerdict.MORE);
    return verdict;
  }

  public Reconciliations.Report report() {
    return reconciliations.find(BANK, DAY).orElseThrow();
  }

  public List<Row> differences() {
    return report().differences();
  }

  public Cases.Case openCase(String kind, String subject) {
    return cases
        .find(
            jdbc.sql("select id from case_file where open_key = ?")
                .param(kind + ":" + subject)
                .query(String.class)
                .single())
        .orElseThrow();
  }

  public void decide(String caseId, String decision) {
    var decide = tasks.openOf(caseId).get(0).id();
    tasks.complete(decide, "operator-1", Map.of("decision", decision, "reason", "hỏi ngân hàng"));
    var confirm = tasks.openOf(caseId).get(0).id();
    tasks.complete(confirm, "operator-2", Map.of("agreed", "AGREED", "reason", "đúng"));
  }

  public long numberOfCases() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }

  public String attempt(String state, long amount) {
    return attempt(state, amount, NOON);
  }

  public String attempt(String state, long amount, String at) {
    return attempt(state, amount, at, UUID.randomUUID());
  }

  public String attempt(String state, long amount, UUID ref) {
    return attempt(state, amount, NOON, ref);
  }

  private String attempt(String state, long amount, String at, UUID ref) {
    var payment = PaymentId.fresh().text();
    declinedPayment(payment, at);
    attempt(ref, payment, "DEBIT", state, amount, at);
    return ref.toString();
  }

  private void attempt(
      UUID ref, String subject, String operation, String state, long amount, String at) {
    jdbc.sql(
            """
            insert into attempt (attempt_ref, subject, bank, amount, currency, state, version,
              opened_at)
            values (?, ?, ?, ?, 'VND', ?, 0, cast(? as timestamp with time zone))""")
        .params(ref, subject, BANK, amount, state, at)
        .update();
    jdbc.sql(
            """
            insert into bank_call (call_ref, attempt_ref, operation, seq, state, version,
              attempt_was, prepared_at, valid_until, body, executions, sent_at, evidence)
            values (?, ?, ?, 1, 'APPROVED', 0, 'CREATED',
              cast(? as timestamp with time zone), cast(? as timestamp with time zone), '{}', 1,
              cast(? as timestamp with time zone), 'test')""")
        .params(UUID.randomUUID(), ref, operation, at, at, at)
        .update();
  }

  /** What was taken by an attempt or collected has gone back, in part or in full. */
  public String returned(@Nullable String attempt, @Nullable String collection, long amount) {
    var id = "V" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    var ref = UUID.randomUUID();
    attempt(ref, id, "REVERSAL", "REVERSED", amount, NOON);
    jdbc.sql(
            """
            insert into reversal (id, version, bank, original_attempt, collection_reference, amount,
              reason, state, attempt_ref, asked_at, finished_at)
            values (?, 0, ?, ?, ?, ?, 'test', 'DONE', ?, current_timestamp, current_timestamp)""")
        .params(
            id, BANK, attempt == null ? null : UUID.fromString(attempt), collection, amount, ref)
        .update();
    return ref.toString();
  }

  /** A collection of which money has gone back. */
  public void collected(String reference, long amount) {
    jdbc.sql(
            """
            insert into collection (id, version, bank, reference, account, amount, transfer_text,
              state, reversal, collected_at, received_at)
            select cast(? as uuid), 0, bank, collection_reference, '118000012345', ?, '', 'REVERSED',
              id, cast(? as timestamp with time zone), current_timestamp
            from reversal where bank = ? and collection_reference = ?""")
        .params(UUID.randomUUID().toString(), amount, NOON, BANK, reference)
        .update();
  }

  private void declinedPayment(String id, String at) {
    jdbc.sql(
            """
            insert into payment (id, version, payer_kind, payer_id, payer_name, payment_method,
              amount, status, policy_source, created_at, window_ends_at, card_entries_left, money_moving,
              otp_seconds, otp_tries, otp_tries_left, otp_resends_left, otp_resend_pause)
            values (?, 0, 'INDIVIDUAL', '049012345678', 'Nguyễn Văn A', 'CARD', 100, 'DECLINED',
              'reconciliation-test', cast(? as timestamp with time zone),
              cast(? as timestamp with time zone), 0, false, 0, 0, 0, 0, 0)""")
        .params(id, at, at)
        .update();
  }

  public void settled(String attempt, String state) {
    jdbc.sql("update attempt set state = ? where attempt_ref = ?")
        .params(state, UUID.fromString(attempt))
        .update();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
