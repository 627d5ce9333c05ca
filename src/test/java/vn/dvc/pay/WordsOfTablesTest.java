package vn.dvc.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.limits.Counted;
import vn.dvc.pay.limits.Tried;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.difference.Difference;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.values.Payer;

/**
 * The CHECK of a column of states, statuses or kinds accepts exactly what Java may write into it.
 */
class WordsOfTablesTest {
  private static final String MONEY = "case.money.";

  /** Enum fields of entities are found automatically; these columns are written by SQL. */
  private static final List<WordColumn> WRITTEN_BY_SQL =
      List.of(
          new WordColumn("bank_message", "kind", BankMessages.Kind.class),
          new WordColumn("case_file", "money_state", wordsOnMoney()),
          new WordColumn("difference", "kind", EnumSet.complementOf(EnumSet.of(LineClass.MATCHED))),
          new WordColumn("difference", "state", Difference.State.class),
          new WordColumn("document", "kind", DocumentKind.class),
          new WordColumn("dossier", "payer_kind", Payer.Kind.class),
          new WordColumn(
              "dossier", "state", EnumSet.complementOf(EnumSet.of(Dossier.Status.IN_PROGRESS))),
          new WordColumn("mailing", "channel", Channel.class),
          new WordColumn("mailing", "kind", MailingKind.class),
          new WordColumn("mailing", "payer_kind", Payer.Kind.class),
          new WordColumn("mailing_address", "channel", Channel.class),
          new WordColumn("mailing_address", "payer_kind", Payer.Kind.class),
          new WordColumn("reconciliation", "state", Reconciliations.State.class),
          new WordColumn("statement", "state", Set.of("FETCHED", "IMPORTED", "REFUSED")),
          new WordColumn("try_count", "counted_by", Counted.class),
          new WordColumn("try_count", "tried", Tried.class),
          new WordColumn("statement_line", "line_class", LineClass.class));

  private static final List<WordColumn> ALL =
      Stream.of(
              WordColumn.ofEntities(),
              WordColumn.ofRow("attempt", "vn.dvc.pay.bank.calls.AttemptView"),
              WordColumn.ofRow("model_migration", "vn.dvc.pay.operations.models.Migration"),
              WordColumn.ofRow("model_release", "vn.dvc.pay.operations.models.Release"),
              WordColumn.ofRow("node", "vn.dvc.pay.operations.nodes.SeenNode"),
              WordColumn.ofRow("bank_call", "vn.dvc.pay.bank.calls.CallView"),
              WRITTEN_BY_SQL.stream())
          .flatMap(columns -> columns)
          .toList();

  static Stream<Arguments> columnsOfBothDatabases() {
    return Arrays.stream(Migrated.values())
        .flatMap(database -> ALL.stream().map(column -> arguments(database, column)));
  }

  @ParameterizedTest
  @MethodSource("columnsOfBothDatabases")
  void checkAcceptsExactlyTheWordsThatJavaKnows(Migrated database, WordColumn column) {
    var probe = column.probe(database.jdbc);
    column.words().forEach(word -> insert(database, probe, word));
    assertThatThrownBy(() -> insert(database, probe, "GUESS"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageMatching("(?is).*check constraint.*");
  }

  /** Rooms contribute the kinds of case when the program starts, so no table can list them. */
  @ParameterizedTest
  @EnumSource
  void everyColumnOfWordsExceptTheKindOfACaseHasACheck(Migrated database) {
    var columns =
        database
            .jdbc
            .sql(
                """
                select lower(table_name), lower(column_name) from information_schema.columns
                where lower(table_schema) = 'public'""")
            .query((row, number) -> row.getString(1) + "." + row.getString(2))
            .list();
    var named = new TreeSet<>(columns);
    named.removeIf(column -> !column.matches(".*[._](state|status|kind|class|method|operation)"));
    named.removeAll(ALL.stream().map(WordColumn::toString).toList());
    assertThat(named).containsExactly("case_file.kind");
  }

  private static void insert(Migrated database, String table, String word) {
    database.jdbc.sql("insert into " + table + " values (?)").param(word).update();
  }

  private static Set<String> wordsOnMoney() {
    var words = new TreeSet<String>();
    for (var key : ResourceBundle.getBundle("messages/cases").keySet()) {
      if (key.startsWith(MONEY)) {
        words.add(key.substring(MONEY.length()));
      }
    }
    return words;
  }
}
