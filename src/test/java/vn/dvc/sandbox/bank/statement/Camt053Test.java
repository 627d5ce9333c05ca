package vn.dvc.sandbox.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.reconciliation.statement.IsoSchema;
import vn.dvc.sandbox.bank.statement.BankStatement.Entry;

/** Whatever a statement of the sandbox contains, it is valid by ISO's schema. */
@Tag("fast")
class Camt053Test {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant FROM = Instant.parse("2026-11-23T17:00:00Z");
  private static final String ATTEMPT = "0f8fad5bd9cb469fa165708677289500";

  @ParameterizedTest(name = "{0}")
  @MethodSource("statements")
  void everyStatementIsValidByIsosSchema(String what, BankStatement statement) {
    assertThat(IsoSchema.objections(new ByteArrayInputStream(Camt053.write(statement)))).isEmpty();
  }

  static Stream<Arguments> statements() {
    var day = of(0, entry("FT1", ATTEMPT, true, "DVC1"), entry(null, ATTEMPT, false, null));
    return Stream.of(
        Arguments.of("a day without movements", of(0)),
        Arguments.of("debits and reversals", day),
        Arguments.of("more given back than taken", of(-5_000)),
        Arguments.of("a line twice", day.withLineTwice()),
        Arguments.of("a wrong amount", day.withWrongAmount()),
        Arguments.of("a line left out", day.withoutLine()),
        Arguments.of("a day that ends early", day.endingEarly()),
        Arguments.of(
            "references in capitals", day.withReferences(it -> it.toUpperCase(Locale.ROOT))),
        Arguments.of("a text of 200 characters", text("nộp lệ phí ".repeat(20).substring(0, 200))),
        Arguments.of("an empty text", text("")),
        Arguments.of("a blank text", text(" ")),
        Arguments.of(
            "a text with characters that XML forbids", text("<a> & \u0000\uFFFF \uD83D\uDE00")),
        Arguments.of("the longest reference", of(0, entry("FT1", "C".repeat(35), true, null))));
  }

  @Test
  void longTextIsSplit() {
    var xml = new String(Camt053.write(text("x".repeat(141))), StandardCharsets.UTF_8);
    assertThat(xml).contains("<Ustrd>" + "x".repeat(140) + "</Ustrd><Ustrd>x</Ustrd>");
  }

  private static BankStatement text(String text) {
    return of(0, entry("FT1", "C-1", true, text));
  }

  private static Entry entry(String bankRef, String reference, boolean credit, String text) {
    return new Entry(1, bankRef, reference, 120_000, credit, FROM.plusSeconds(60), text);
  }

  private static BankStatement of(long opening, Entry... entries) {
    return new BankStatement(
        "970415",
        "118000012345",
        DAY,
        FROM,
        FROM.plusSeconds(86_400),
        opening,
        new ArrayList<>(List.of(entries)));
  }
}
