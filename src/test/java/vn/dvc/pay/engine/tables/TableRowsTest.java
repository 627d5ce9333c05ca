package vn.dvc.pay.engine.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of every table decides what the file of cases beside the table says. A row without a
 * case is as red as one that decides otherwise.
 */
@Tag("fast")
class TableRowsTest {
  private static final Path PROCESSES = Path.of("processes");
  private static final List<String> matched = new ArrayList<>();
  private static final DmnEngine ENGINE = engine();

  @ParameterizedTest
  @MethodSource("cases")
  void rowDecidesAsItsCaseSays(TableCase it) throws IOException {
    matched.clear();
    try (var table = Files.newInputStream(PROCESSES.resolve(it.table() + ".dmn"))) {
      var decided = ENGINE.evaluateDecisionTable(it.table(), table, it.inputs());

      assertThat(matched).as("row").containsExactly(it.row());
      assertThat(decided.getSingleResult().getEntryMap())
          .allSatisfy((column, value) -> assertThat(it.outputs()).containsKey(column))
          .hasSameSizeAs(it.outputs());
      it.outputs()
          .forEach(
              (column, value) ->
                  assertThat(String.valueOf((Object) decided.getSingleResult().getEntry(column)))
                      .as(column)
                      .isEqualTo(value));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowHasACase(String table) throws IOException {
    assertThat(rowsWithoutCase(table, Files.readAllBytes(PROCESSES.resolve(table + ".dmn"))))
        .isEmpty();
  }

  @Test
  void aNewRowWithoutACaseIsFound() throws IOException {
    var table = Files.readString(PROCESSES.resolve("otp-policy.dmn"));
    var more = table.replace("<rule id=\"any-bank\">", NEW_ROW + "<rule id=\"any-bank\">");

    assertThat(rowsWithoutCase("otp-policy", more.getBytes(UTF_8))).containsExactly("new-bank");
  }

  private static final String NEW_ROW =
      """
      <rule id="new-bank"><inputEntry id="new-bank-bank"><text>"970422"</text></inputEntry>
      <outputEntry id="new-valid"><text>180</text></outputEntry>
      <outputEntry id="new-tries"><text>3</text></outputEntry>
      <outputEntry id="new-resends"><text>3</text></outputEntry>
      <outputEntry id="new-pause"><text>60</text></outputEntry></rule>
      """;

  static Stream<String> tables() throws IOException {
    try (var files = Files.list(PROCESSES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".dmn"))
          .map(name -> name.substring(0, name.length() - ".dmn".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  static Stream<TableCase> cases() throws IOException {
    return tables().flatMap(table -> TableCase.of(PROCESSES, table).stream());
  }

  private static Set<String> rowsWithoutCase(String table, byte[] model) {
    var rows = new TreeSet<String>();
    Dmn.readModelFromStream(new ByteArrayInputStream(model))
        .getModelElementsByType(Rule.class)
        .forEach(rule -> rows.add(rule.getId()));
    TableCase.of(PROCESSES, table).forEach(it -> rows.remove(it.row()));
    return rows;
  }

  private static DmnEngine engine() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId())));
    return configuration.buildEngine();
  }
}
