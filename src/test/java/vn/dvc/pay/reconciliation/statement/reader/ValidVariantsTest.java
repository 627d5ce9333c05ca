package vn.dvc.pay.reconciliation.statement.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.reconciliation.statement.IsoSchema;
import vn.dvc.pay.reconciliation.statement.StatementFile;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;

/**
 * Random files of everything that the schema allows: all are valid, and all are read completely.
 */
@Tag("fast")
class ValidVariantsTest {
  private final Random random = new Random(20261126);
  private int entries;
  private int movements;
  private long sum;

  @Test
  void everyValidVariantIsReadInFull() throws Exception {
    for (var round = 0; round < 300; round++) {
      entries = 0;
      movements = 0;
      sum = 0;
      var text = file();
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(IsoSchema.objections(new ByteArrayInputStream(bytes))).as(text).isEmpty();

      var read = StatementFile.read(text);

      assertThat(read.lines()).as(text).hasSize(movements);
      assertThat(read.lines()).as(text).allMatch(StatementLine.Entry.class::isInstance);
      assertThat(
              read.lines().stream()
                  .map(StatementLine.Entry.class::cast)
                  .mapToLong(it -> it.credit() ? it.amount() : -it.amount())
                  .sum())
          .as(text)
          .isEqualTo(sum);
      assertThat(read.head().credits().lines() + read.head().debits().lines()).isEqualTo(entries);
    }
  }

  private String file() {
    var entryTexts = new StringBuilder();
    for (var entry = random.nextInt(4); entry > 0; entry--) {
      entryTexts.append(entry());
    }
    var opening = random.nextInt(1_000) - 500;
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
        + "<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-25T00:00:00"
        + oneOf("", "Z", "+07:00", ".123")
        + "</CreDtTm>"
        + maybe("<MsgRcpt><Nm>N</Nm></MsgRcpt>")
        + maybe("<MsgPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></MsgPgntn>")
        + maybe("<AddtlInf>i</AddtlInf>")
        + "</GrpHdr><Stmt><Id>S</Id>"
        + maybe("<StmtPgntn><PgNb>1</PgNb><LastPgInd>1</LastPgInd></StmtPgntn>")
        + maybe("<ElctrncSeqNb>7</ElctrncSeqNb>")
        + maybe("<LglSeqNb>7</LglSeqNb>")
        + maybe("<CreDtTm>2026-11-25T00:00:00</CreDtTm>")
        + maybe(
            "<FrToDt><FrDtTm>2026-11-24T00:00:00</FrDtTm><ToDtTm>2026-11-24T"
                + oneOf("24:00:00", "23:59:59", "23:59:59.999999999999")
                + "</ToDtTm></FrToDt>")
        + maybe("<CpyDplctInd>DUPL</CpyDplctInd>")
        + "<Acct><Id>"
        + oneOf("<IBAN>VN12ICBV1</IBAN>", "<Othr><Id>118</Id><Issr>I</Issr></Othr>")
        + "</Id>"
        + maybe("<Tp><Prtry>T</Prtry></Tp>")
        + maybe("<Ccy>VND</Ccy>")
        + maybe("<Nm>N</Nm>")
        + maybe("<Ownr><Nm>O</Nm></Ownr>")
        + maybe("<Svcr><FinInstnId><BICFI>ICBVVNVX</BICFI></FinInstnId></Svcr>")
        + "</Acct>"
        + maybe("<RltdAcct><Id><Othr><Id>9</Id></Othr></Id></RltdAcct>")
        + maybe(balance(oneOf("OPBD", "PRCD"), opening))
        + maybe(balance("CLAV", 3))
        + balance("CLBD", opening + sum)
        + maybe(
            "<TxsSummry><TtlNtries><NbOfNtries>"
                + entries
                + "</NbOfNtries></TtlNtries></TxsSummry>")
        + entryTexts
        + maybe("<AddtlStmtInf>i</AddtlStmtInf>")
        + "</Stmt></BkToCstmrStmt></Document>";
  }

  private String balance(String code, long amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>"
        + code
        + "</Cd></CdOrPrtry></Tp>"
        + amount(Math.abs(amount))
        + direction(amount >= 0)
        + "<Dt>"
        + oneOf("<Dt>2026-11-24</Dt>", "<DtTm>2026-11-24T10:00:00</DtTm>")
        + "</Dt></Bal>";
  }

  private String entry() {
    entries++;
    var credit = random.nextBoolean();
    var batch = random.nextInt(3) == 0;
    long amount = 1 + random.nextInt(1_000);
    var details = batch ? batch(amount) : single();
    movements += batch ? 2 : 1;
    var whole = batch ? 2 * amount : amount;
    sum += credit ? whole : -whole;
    return "<Ntry>"
        + maybe("<NtryRef>N" + entries + "</NtryRef>")
        + amount(whole)
        + direction(credit)
        + maybe("<RvslInd>" + oneOf("true", "false", "1", "0") + "</RvslInd>")
        + "<Sts><Cd>BOOK</Cd></Sts>"
        + maybe("<BookgDt>" + date() + "</BookgDt>")
        + maybe("<ValDt>" + date() + "</ValDt>")
        + "<AcctSvcrRef>B"
        + entries
        + "</AcctSvcrRef><BkTxCd>"
        + maybe("<Prtry><Cd>P</Cd></Prtry>")
        + "</BkTxCd>"
        + maybe("<ComssnWvrInd>true</ComssnWvrInd>")
        + maybe("<AmtDtls><TxAmt>" + amount(whole) + "</TxAmt></AmtDtls>")
        + details
        + maybe("<AddtlNtryInf>i</AddtlNtryInf>")
        + "</Ntry>";
  }

  private String single() {
    return maybe(
        "<NtryDtls>"
            + maybe("<Btch><NbOfTxs>1</NbOfTxs></Btch>")
            + maybe(
                "<TxDtls>"
                    + maybe("<Refs><EndToEndId>a</EndToEndId></Refs>")
                    + maybe("<RmtInf>" + maybe("<Ustrd>t</Ustrd>") + "</RmtInf>")
                    + "</TxDtls>")
            + "</NtryDtls>");
  }

  private String batch(long amount) {
    var detail =
        "<TxDtls><Refs><EndToEndId>a</EndToEndId></Refs>"
            + oneOf(amount(amount), "<AmtDtls><TxAmt>" + amount(amount) + "</TxAmt></AmtDtls>")
            + maybe("<AddtlTxInf>i</AddtlTxInf>")
            + "</TxDtls>";
    return "<NtryDtls>"
        + maybe("<Btch><NbOfTxs>2</NbOfTxs></Btch>")
        + detail
        + oneOf("", "</NtryDtls><NtryDtls>")
        + detail
        + "</NtryDtls>";
  }

  private String date() {
    return oneOf(
        "<Dt>2026-11-24</Dt>",
        "<Dt>2026-11-24+07:00</Dt>",
        "<DtTm>2026-11-24T10:00:00</DtTm>",
        "<DtTm>2026-11-24T24:00:00Z</DtTm>",
        "<DtTm>2026-11-24T10:00:00.0000000000001-05:00</DtTm>");
  }

  private String amount(long amount) {
    return "<Amt Ccy=\"VND\">" + amount + oneOf("", ".", ".0", ".00000") + "</Amt>";
  }

  private static String direction(boolean credit) {
    return "<CdtDbtInd>" + (credit ? "CRDT" : "DBIT") + "</CdtDbtInd>";
  }

  private String maybe(String text) {
    return random.nextBoolean() ? text : "";
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
