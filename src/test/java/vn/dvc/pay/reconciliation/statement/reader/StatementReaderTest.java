package vn.dvc.pay.reconciliation.statement.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.reconciliation.statement.IsoSchema;
import vn.dvc.pay.reconciliation.statement.StatementFile;
import vn.dvc.pay.reconciliation.statement.StatementHead;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

@Tag("fast")
class StatementReaderTest {

  @Test
  void headAndLinesAreRead() throws Exception {
    var file =
        StatementFile.read(
            StatementText.ofOneDay().credit("a-1", 120_000).debit("a-2", 20_000).text());

    var head = file.head();
    assertThat(head.message()).isEqualTo("STMT-20261124");
    assertThat(head.account()).isEqualTo("118000012345");
    assertThat(head.opening()).isEqualTo(1_000_000);
    assertThat(head.closing()).isEqualTo(1_100_000);
    assertThat(head.credits()).isEqualTo(new StatementHead.Totals(1, 120_000));
    assertThat(head.debits()).isEqualTo(new StatementHead.Totals(1, 20_000));
    assertThat(file.lines()).hasSize(2);
    var first = (StatementLine.Entry) file.lines().get(0);
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.reference()).isEqualTo("a-1");
    assertThat(first.bankReference()).isEqualTo("VTB1");
    assertThat(first.credit()).isTrue();
    assertThat(first.bookedAt()).isEqualTo("2026-11-24T03:00:00Z");
    assertThat(first.text()).isEqualTo("NOP LE PHI");
    assertThat(((StatementLine.Entry) file.lines().get(1)).credit()).isFalse();
  }

  @Test
  void sampleFitsTheWholeSchema() {
    var sample =
        StatementText.ofOneDay()
            .credit("a-1", 5)
            .takingBack("a-1", 5, "DBIT")
            .batch(7, "a-2", "a-3");
    assertThat(IsoSchema.objections(sample.stream())).isEmpty();
  }

  @Test
  void aDayWithoutMovementsIsAStatement() throws Exception {
    var file = StatementFile.read(StatementText.ofOneDay().text());
    assertThat(file.head().closing()).isEqualTo(1_000_000);
    assertThat(file.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5", "-1", "abc", "", "99999999999999999999"})
  void anUnreadableLineAffectsNoOther(String amount) throws Exception {
    var file =
        StatementText.ofOneDay().credit("a-1", 5).entry("a-2", amount, "CRDT").credit("a-3", 7);

    var lines = RecordingSink.read(file.text()).lines;

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).isInstanceOf(StatementLine.Unreadable.class);
    assertThat(((StatementLine.Unreadable) lines.get(1)).entryReference()).isEqualTo("N2");
    assertThat(((StatementLine.Entry) lines.get(2)).reference()).isEqualTo("a-3");
  }

  @Test
  void anUnreadableLineIsNotQuoted() throws Exception {
    var file = StatementText.ofOneDay().entry("a-1", "9704150000000011 OTP", "CRDT");
    assertThat(RecordingSink.read(file.text()).lines.get(0).toString())
        .doesNotContain("9704150000000011");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() {
    var whole = StatementText.ofOneDay().credit("a-1", 120_000).debit("a-2", 20_000).text();
    var root = whole.indexOf("<BkToCstmrStmt>") - 1;
    for (var length = 0; length < whole.stripTrailing().length(); length += 7) {
      var cut = whole.substring(0, length);
      var code = length > root ? "statement-cut-off" : "statement-not-camt053";
      assertThatThrownBy(() -> StatementFile.read(cut))
          .as(cut)
          .isInstanceOf(StatementRefused.class)
          .hasMessageStartingWith(code);
    }
  }

  @Test
  void doctypeAndEntitiesAreRefused() {
    var bomb =
        StatementText.ofOneDay().prolog("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");
    assertThatThrownBy(
            () -> StatementFile.read(bomb.raw("<Ntry><NtryRef>&a;</NtryRef></Ntry>").text()))
        .isInstanceOf(StatementRefused.class);
    assertThatThrownBy(
            () -> StatementFile.read(StatementText.ofOneDay().prolog("<!DOCTYPE x>").text()))
        .isInstanceOf(StatementRefused.class);
  }

  @Test
  void anotherNamespaceOrAFileWithoutAStatementIsRefused() {
    var text = StatementText.ofOneDay().text();
    assertThatThrownBy(() -> StatementFile.read(text.replace("053.001.08", "053.001.01")))
        .hasMessageStartingWith("statement-not-camt053");
    assertThatThrownBy(() -> StatementFile.read(text.replace("camt.053", "camt.054")))
        .hasMessageStartingWith("statement-not-camt053");
    assertThatThrownBy(() -> StatementFile.read(text.replace("</Stmt>", "</Stmt><Stmt/>")))
        .hasMessageStartingWith("statement-malformed");
    assertThatThrownBy(
            () ->
                StatementFile.read(
                    text.replace("<Acct>", "<Acct2>").replace("</Acct>", "</Acct2>")))
        .hasMessageStartingWith("statement-malformed");
  }

  @Test
  void aLongFileIsReadLineByLine() throws Exception {
    var text = StatementText.ofOneDay().credit("a-1", 1).text();
    var start = text.substring(0, text.indexOf("<Ntry>"));
    var entry = text.substring(text.indexOf("<Ntry>"), text.indexOf("</Stmt>"));
    var end = text.substring(text.indexOf("</Stmt>"));
    var parts = new ArrayList<InputStream>();
    parts.add(bytes(start));
    var hundred = entry.repeat(100);
    IntStream.range(0, 50).forEach(i -> parts.add(bytes(hundred)));
    parts.add(bytes(end));
    var sink = new RecordingSink();

    new StatementReader().read(new SequenceInputStream(Collections.enumeration(parts)), sink);

    assertThat(sink.lines).hasSize(5_000);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
