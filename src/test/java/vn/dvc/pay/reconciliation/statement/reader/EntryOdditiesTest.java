package vn.dvc.pay.reconciliation.statement.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/** How one entry may be written, and what it then means. */
@Tag("fast")
class EntryOdditiesTest {
  private static final String MOMENT = "<DtTm>2026-11-24T10:00:00+07:00</DtTm>";

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:00:00+07:00, 2026-11-24T03:00:00Z",
    "2026-11-24T10:00:00, 2026-11-24T03:00:00Z",
    "2026-11-24T03:00:00Z, 2026-11-24T03:00:00Z",
    "2026-11-23T17:00:00-10:00, 2026-11-24T03:00:00Z",
    "2026-11-24T17:00:00+14:00, 2026-11-24T03:00:00Z",
    "2026-11-24T10:00:00.5+07:00, 2026-11-24T03:00:00.500Z",
    "2026-11-24T10:00:00.12345678901234567890+07:00, 2026-11-24T03:00:00.123456789Z",
    "2026-11-24T24:00:00+07:00, 2026-11-24T17:00:00Z",
    "2026-11-24T24:00:00.000, 2026-11-24T17:00:00Z"
  })
  void everyXmlSchemaTimeIsRead(String written, String meant) throws Exception {
    assertThat(entry("<DtTm>" + written + "</DtTm>").bookedAt()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T24:00:01+07:00",
    "2026-11-24T24:00:00.1",
    "2026-11-24T25:00:00Z",
    "2026-02-30T10:00:00Z",
    "2026-11-24T10:00:00+19:00",
    "-2026-11-24T10:00:00Z",
    "12026-11-24T10:00:00Z",
    "2026-11-24 10:00:00",
    "today"
  })
  void invalidTimeIsReportedByName(String written) throws Exception {
    assertThat(why(MOMENT, "<DtTm>" + written + "</DtTm>")).isEqualTo("time-unreadable");
  }

  @Test
  void dateWithoutATimeMeansItsBeginningInVietnam() throws Exception {
    assertThat(entry("<Dt>2026-11-24</Dt>").bookedAt()).isEqualTo("2026-11-23T17:00:00Z");
    assertThat(entry("<Dt>2026-11-24Z</Dt>").bookedAt()).isEqualTo("2026-11-23T17:00:00Z");
    assertThat(entry("<Dt>2026-11-24+01:00</Dt>").bookedAt()).isEqualTo("2026-11-23T17:00:00Z");
  }

  @Test
  void missingBookingDateIsReplacedByTheValueDateOrElseThePeriod() throws Exception {
    var entry = text();
    var valued = entry.replace("<BookgDt>", "<ValDt>").replace("</BookgDt>", "</ValDt>");
    assertThat(read(valued).bookedAt()).isEqualTo("2026-11-24T03:00:00Z");
    var none = entry.replaceFirst("<BookgDt>.*</BookgDt>", "");
    assertThat(read(none).bookedAt()).isEqualTo("2026-11-23T17:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "120000, 120000",
    "120000.00, 120000",
    "120000.00000, 120000",
    "0120000., 120000",
    "+120000, 120000",
    "999999999999999999, 999999999999999999"
  })
  void everyAmountOfWholeDongIsRead(String written, long meant) throws Exception {
    assertThat(read(text().replace(">77<", ">" + written + "<")).amount()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "77.5, amount-not-whole-dong",
    "0.00001, amount-not-whole-dong",
    "1E3, amount-unreadable",
    "-77, amount-unreadable",
    "1000000000000000000, amount-unreadable",
    "'1,000', amount-unreadable"
  })
  void invalidAmountIsReportedByName(String written, String why) throws Exception {
    assertThat(why("VND\">77<", "VND\">" + written + "<")).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "Ccy=\"VND\">77, Ccy=\"USD\">77, currency-not-vnd",
    "CRDT</CdtDbtInd>%n<Sts>, XXXX</CdtDbtInd>%n<Sts>, direction-unreadable",
    "<Cd>BOOK</Cd>, <Prtry>BOOK</Prtry>, status-unknown",
    "<Cd>BOOK</Cd>, <Cd>XXXX</Cd>, status-unknown",
    "<EndToEndId>a-1</EndToEndId>, <InstrId>a-1</InstrId>, reference-missing"
  })
  void unusableEntryIsReportedWithItsFault(String good, String bad, String why) throws Exception {
    assertThat(why(good.formatted(), bad.formatted())).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({"PDNG", "INFO", "FUTR"})
  void entryThatIsNotBookedYetIsNotALine(String status) throws Exception {
    assertThat(RecordingSink.read(text().replace("BOOK", status)).lines).isEmpty();
    var batch = StatementText.ofOneDay().batch(5, "a-1", "a-2").text().replace("BOOK", status);
    assertThat(RecordingSink.read(batch).lines).isEmpty();
  }

  @Test
  void entryOfZeroIsNotALine() throws Exception {
    assertThat(RecordingSink.read(text().replace(">77<", ">0.00<")).lines).isEmpty();
  }

  @Test
  void banksReferenceIdentifiesTheMovementIfThePayersIsMissing() throws Exception {
    var none = text().replace(">a-1<", ">NOTPROVIDED<");
    var entry = read(none.replace("<BkTxCd>", "<AcctSvcrRef>B-1</AcctSvcrRef><BkTxCd>"));
    assertThat(entry.reference()).isEqualTo("B-1");
    var detail = read(none.replace("<Refs>", "<Refs><AcctSvcrRef>B-2</AcctSvcrRef>"));
    assertThat(detail.reference()).isEqualTo("B-2");
    assertThat(detail.bankReference()).isEqualTo("B-2");
  }

  @Test
  void bookedAmountCountsWhateverWasOrderedOrCharged() throws Exception {
    var entry = read(text().replace("</Refs>", "</Refs><Amt Ccy=\"VND\">80</Amt>"));
    assertThat(entry.amount()).isEqualTo(77);
  }

  @Test
  void batchWithAWrongSumIsReportedBesideItsMovements() throws Exception {
    var text = StatementText.ofOneDay().batch(5, "a-1", "a-2").text();
    var lines = RecordingSink.read(text.replaceFirst(">10</Amt>", ">11</Amt>")).lines;
    assertThat(lines).hasSize(3);
    assertThat(((StatementLine.Unreadable) lines.get(2)).why()).isEqualTo("batch-sum-differs");
  }

  @Test
  void unreadableMovementOfABatchAffectsNoOther() throws Exception {
    var text = StatementText.ofOneDay().batch(5, "a-1", "a-2", "a-3").text();
    var lines = RecordingSink.read(text.replaceFirst(">5</Amt>", ">4.5</Amt>")).lines;
    assertThat(lines).hasSize(3);
    assertThat(((StatementLine.Unreadable) lines.get(0)).why()).isEqualTo("amount-not-whole-dong");
    assertThat(((StatementLine.Entry) lines.get(2)).entryReference()).isEqualTo("N1/3");
    lines = RecordingSink.read(text.replaceFirst("<Amt Ccy=\"VND\">5</Amt>", "")).lines;
    assertThat(((StatementLine.Unreadable) lines.get(0)).why()).isEqualTo("batch-amount-missing");
  }

  @Test
  void batchThatCannotBeReadAsAWholeIsOneLine() throws Exception {
    var text = StatementText.ofOneDay().batch(5, "a-1", "a-2").text();
    var lines = RecordingSink.read(text.replace(MOMENT, "<DtTm>?</DtTm>")).lines;
    assertThat(lines).hasSize(1);
    assertThat(((StatementLine.Unreadable) lines.get(0)).why()).isEqualTo("time-unreadable");
  }

  private static StatementLine.Entry entry(String moment) throws StatementRefused {
    return read(text().replace(MOMENT, moment));
  }

  private static StatementLine.Entry read(String text) throws StatementRefused {
    return (StatementLine.Entry) RecordingSink.read(text).lines.get(0);
  }

  private static String why(String good, String bad) throws StatementRefused {
    assertThat(text()).contains(good);
    var line = RecordingSink.read(text().replace(good, bad)).lines.get(0);
    return ((StatementLine.Unreadable) line).why();
  }

  /** A statement with one entry, without the bank's reference. */
  private static String text() {
    var text = StatementText.ofOneDay().credit("a-1", 77).text();
    return text.replaceFirst("<AcctSvcrRef>.*</AcctSvcrRef>", "");
  }
}
