package vn.dvc.pay.reconciliation.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/** Realistic files, each with its expected reading beside it. */
@Tag("fast")
class StatementSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/statements");
  private static final Set<String> ACCOUNTS =
      Set.of(
          "118000012345",
          "118000067890",
          "118000099999",
          "VN12ICBV118000012345",
          "DE87200500001234567890");

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsReadAsItIsMeant(String name) throws IOException {
    var right = Files.readString(SAMPLES.resolve(name + ".txt"), UTF_8);
    assertThat(reading(SAMPLES.resolve(name + ".xml"))).isEqualTo(right);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsValidByIsosSchema(String name) throws IOException {
    var file = SAMPLES.resolve(name + ".xml");
    if (Files.readString(file, UTF_8).contains("camt.053.001.08")) {
      try (var content = Files.newInputStream(file)) {
        assertThat(IsoSchema.objections(content)).isEmpty();
      }
    }
  }

  static Stream<String> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String reading(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      var read = StatementFile.read(content, ACCOUNTS);
      var text = new StringBuilder(head(read.head()));
      read.lines().forEach(line -> text.append(line(line)));
      return text.toString();
    } catch (StatementRefused refused) {
      var day = refused.statedDay() == null ? "" : " " + refused.statedDay();
      return "refused: " + refused.code() + day + "\n";
    }
  }

  private static String head(StatementHead it) {
    return "%s %s %s..%s %s..%s +%d/%d -%d/%d%n"
        .formatted(
            it.message(),
            it.account(),
            it.from().toInstant(),
            it.to().toInstant(),
            it.opening(),
            it.closing(),
            it.credits().lines(),
            it.credits().sum(),
            it.debits().lines(),
            it.debits().sum());
  }

  private static String line(StatementLine line) {
    if (line instanceof StatementLine.Unreadable it) {
      return "%d ? %s %s%n".formatted(it.number(), it.entryReference(), it.why());
    }
    var it = (StatementLine.Entry) line;
    return "%d %s%d %s %s %s %s%s%s%n"
        .formatted(
            it.number(),
            it.credit() ? "+" : "-",
            it.amount(),
            it.reference(),
            it.bankReference() == null ? "-" : it.bankReference(),
            it.entryReference() == null ? "-" : it.entryReference(),
            it.bookedAt(),
            it.text() == null ? "" : " " + it.text(),
            it.takesBack() ? " (takes back)" : "");
  }
}
