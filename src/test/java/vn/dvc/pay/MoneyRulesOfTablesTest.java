package vn.dvc.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.dvc.pay.testing.Migrated;

/**
 * Rules about money that hold whatever a program writes: the tables reject rows that break them.
 */
class MoneyRulesOfTablesTest {

  /**
   * @param insert takes a new id, and one of the two
   */
  record Rule(String name, String insert, String kept, String broken) {
    @Override
    public String toString() {
      return name + ": " + broken;
    }
  }

  private static final String COLLECTION =
      """
      insert into collection (id, version, bank, reference, account, amount, transfer_text,
        collected_at, received_at, state, taken)
      values ('%1$s', 0, '970415', '%1$s', '1', 100, '', current_timestamp, current_timestamp, %2$s)""";
  private static final String CASE =
      """
      insert into case_file (id, kind, subject, money_state, evidence, opened_at, version,
        open_key, closed_at, decided_by, confirmed_by)
      values (substring('%1$s', 1, 33), 'k', '', 'UNKNOWN', '{}', current_timestamp, 0, %2$s)""";
  private static final String OUTBOX =
      """
      insert into outbox (event_id, event_type, body, attempts, next_attempt_at, delivered_at)
      values ('%1$s', 't', '{}', 0, %2$s)""";
  private static final String DOSSIER =
      """
      insert into dossier (code, procedure_name, authority, payer_kind, payer_id, payer_name,
        created_at, amount, state, paid_by, receipt)
      values ('%1$s', 'p', 'a', 'INDIVIDUAL', '1', 'n', current_timestamp, %2$s)""";

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "amounts are whole dong",
              """
              insert into attempt (attempt_ref, subject, bank, state, version, opened_at, amount,
                currency)
              values ('%1$s', 'P', '970415', 'CREATED', 0, current_timestamp, %2$s)""",
              "1, 'VND'",
              "1, 'USD'"),
          new Rule(
              "a dossier's amount is positive",
              DOSSIER,
              "1, 'UNPAID', null, null",
              "0, 'UNPAID', null, null"),
          new Rule(
              "a paid dossier has its receipt",
              DOSSIER,
              "1, 'PAID', 'P', '1'",
              "1, 'PAID', 'P', null"),
          new Rule(
              "an unpaid dossier has no receipt",
              DOSSIER,
              "1, 'UNPAID', null, null",
              "1, 'UNPAID', 'P', '1'"),
          new Rule(
              "an undecided collection pays nothing",
              COLLECTION,
              "'UNDECIDED', 0",
              "'UNDECIDED', 100"),
          new Rule(
              "a paying collection has an amount that counts",
              COLLECTION,
              "'UNDECIDED', 0",
              "'BOUND', 0"),
          new Rule(
              "a collection being given back has a reversal",
              COLLECTION,
              "'UNDECIDED', 0",
              "'REVERSING', 0"),
          new Rule(
              "an event is due or delivered",
              OUTBOX,
              "current_timestamp, null",
              "current_timestamp, current_timestamp"),
          new Rule("an event is never lost", OUTBOX, "null, current_timestamp", "null, null"),
          new Rule(
              "two different persons decide",
              CASE,
              "null, current_timestamp, 'a', 'b'",
              "null, current_timestamp, 'a', 'a'"),
          new Rule(
              "no confirmation without a proposal",
              CASE,
              "null, current_timestamp, null, null",
              "null, current_timestamp, null, 'b'"),
          new Rule(
              "an open case has its open key",
              CASE,
              "'%1$s', null, null, null",
              "null, null, null, null"),
          new Rule(
              "a request is identified by a complete hash",
              """
              insert into api_idempotency (actor, request_key, created_at, body_sha256)
              values ('a', '%1$s', current_timestamp, %2$s)""",
              "'" + "0".repeat(64) + "'",
              "'" + "0".repeat(63) + "'"));

  static Stream<Arguments> rulesOnBothDatabases() {
    return Arrays.stream(Migrated.values())
        .flatMap(database -> RULES.stream().map(rule -> arguments(database, rule)));
  }

  @ParameterizedTest
  @MethodSource("rulesOnBothDatabases")
  void tablesRejectRowsThatBreakARule(Migrated database, Rule rule) {
    assertThat(insert(database, rule, rule.kept)).isOne();
    assertThatThrownBy(() -> insert(database, rule, rule.broken))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageMatching("(?is).*check constraint.*");
  }

  private static int insert(Migrated database, Rule rule, String values) {
    var id = UUID.randomUUID().toString();
    return database.jdbc.sql(rule.insert.formatted(id, values.formatted(id))).update();
  }
}
