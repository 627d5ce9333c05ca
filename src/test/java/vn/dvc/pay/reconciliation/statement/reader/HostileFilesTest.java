package vn.dvc.pay.reconciliation.statement.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.reconciliation.statement.StatementFile;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/** Whatever a file holds, it is read or refused by name; nothing else is thrown. */
@Tag("fast")
class HostileFilesTest {
  private static final String GOOD =
      StatementText.ofOneDay().credit("a-1", 120_000).debit("a-2", 20_000).text();

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void hostileFileIsRefusedByName(String what, String text, String code) {
    assertThatThrownBy(() -> StatementFile.read(text))
        .isInstanceOf(StatementRefused.class)
        .hasMessageStartingWith(code);
  }

  static Stream<Arguments> files() {
    var deep = "<A>".repeat(5_000) + "</A>".repeat(5_000);
    return Stream.of(
        Arguments.of("nothing", "", "statement-not-camt053"),
        Arguments.of("MT940", "{1:F01ICBVVNVXAXXX}{2:O940}{4:\n:20:X\n-}", "statement-not-camt053"),
        Arguments.of("a page", "<html><body/></html>", "statement-not-camt053"),
        Arguments.of("JSON", "{\"code\": \"x\"}", "statement-not-camt053"),
        Arguments.of("5,000 nested", inside("<Ntry>", deep), "statement-malformed"),
        Arguments.of("5,000 nested in a detail", inside("<TxDtls>", deep), "statement-malformed"),
        Arguments.of("5,000 nested in the head", inside("<GrpHdr>", deep), "statement-malformed"),
        Arguments.of("5,000 nested elsewhere", inside("<Stmt>", deep), "statement-malformed"),
        Arguments.of(
            "a huge count", entries("9".repeat(400)), "statement-malformed: TxsSummry/TtlCdt"),
        Arguments.of("a count of 15 digits", entries("9".repeat(15)), "statement-totals-differ"),
        Arguments.of("a negative count", entries("-1"), "statement-totals-differ"),
        Arguments.of("an exponent", entries("1E999999999"), "statement-malformed"),
        Arguments.of(
            "a huge balance", GOOD.replace(">1000000<", ">" + "9".repeat(99) + "<"), "statement-"),
        Arguments.of(
            "a balance with an exponent",
            GOOD.replace(">1000000<", ">1E999999999<"),
            "statement-malformed: Bal/Amt"),
        Arguments.of("an entity", GOOD.replace("NOP LE PHI", "&x;"), "statement-malformed"),
        Arguments.of("no message", GOOD.replace("MsgId>", "Msg>"), "statement-malformed"),
        Arguments.of("no period", GOOD.replace("T00:00:00", "T25:00:00"), "statement-malformed"),
        Arguments.of("two roots", GOOD + "<Document></Document>", "statement-malformed"),
        Arguments.of("no statement", only("<Stmt>", "</Stmt>"), "statement-malformed"));
  }

  @Test
  void longTextsAreSkippedShortenedOrReported() throws Exception {
    var long1 = inside("<Ntry>", "<AddtlNtryInf>" + "x".repeat(5_000_000) + "</AddtlNtryInf>");
    assertThat(StatementFile.read(long1).lines()).hasSize(2);
    var long2 = GOOD.replace("NOP LE PHI", "x".repeat(5_000_000));
    assertThat(((StatementLine.Entry) StatementFile.read(long2).lines().get(0)).text())
        .hasSize(200);
    var long3 = GOOD.replace(">a-1<", ">" + "x".repeat(100_000) + "<");
    assertThat(((StatementLine.Unreadable) StatementFile.read(long3).lines().get(0)).why())
        .isEqualTo("reference-too-long");
  }

  @Test
  void batchOfManyMovementsIsReadOneAtATime() throws Exception {
    var detail = "<TxDtls><Refs><EndToEndId>a</EndToEndId></Refs><Amt Ccy=\"VND\">1</Amt></TxDtls>";
    var batch = StatementText.ofOneDay().batch(120_000, "b").text();
    var text = batch.replaceFirst("(?s)<TxDtls>.*</TxDtls>", detail.repeat(120_000));
    assertThat(StatementFile.read(text).lines()).hasSize(120_000);
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void everyEncodingThatXmlKnowsIsRead(Charset charset) throws Exception {
    var text = GOOD.replace("UTF-8", charset.name()).replace("NOP LE PHI", "nộp lệ phí");
    var file = new ByteArrayInputStream(text.getBytes(charset));
    assertThat(StatementFile.read(file, Set.of()).lines()).hasSize(2);
    var cut = text.substring(0, text.length() - 30).getBytes(charset);
    assertThatThrownBy(() -> StatementFile.read(new ByteArrayInputStream(cut), Set.of()))
        .hasMessageStartingWith("statement-cut-off");
  }

  static Stream<Charset> charsets() {
    return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16);
  }

  @Test
  void damagedFilesAreReadOrRefusedByName() {
    var random = new Random(20261124);
    var good = GOOD.getBytes(StandardCharsets.UTF_8);
    for (var round = 0; round < 3_000; round++) {
      var file = good.clone();
      for (var damage = 0; damage <= random.nextInt(4); damage++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      readOrRefused(file);
    }
  }

  @Test
  void filesWithElementsMovedOrLostAreReadOrRefusedByName() {
    var random = new Random(20261125);
    var parts = GOOD.split("(?=<)");
    for (var round = 0; round < 3_000; round++) {
      var text = new StringBuilder();
      for (var part : parts) {
        var fate = random.nextInt(40);
        text.append(fate == 0 ? "" : fate == 1 ? part + part : part);
        text.append(fate == 2 ? parts[random.nextInt(parts.length)] : "");
      }
      readOrRefused(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void readOrRefused(byte[] file) {
    try {
      StatementFile.read(new ByteArrayInputStream(file), Set.of());
    } catch (StatementRefused byName) {
      assertThat(byName.code()).startsWith("statement-");
    } catch (RuntimeException | Error uncaught) {
      throw new AssertionError(new String(file, StandardCharsets.ISO_8859_1), uncaught);
    }
  }

  private static String inside(String element, String content) {
    return GOOD.replaceFirst(element, element + content);
  }

  private static String entries(String count) {
    return GOOD.replaceFirst("<NbOfNtries>1<", "<NbOfNtries>" + count + "<");
  }

  private static String only(String from, String to) {
    return GOOD.substring(0, GOOD.indexOf(from)) + GOOD.substring(GOOD.indexOf(to) + to.length());
  }
}
