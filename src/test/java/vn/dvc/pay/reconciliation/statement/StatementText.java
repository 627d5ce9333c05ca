package vn.dvc.pay.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes statements as a bank would, correct or faulty. */
public final class StatementText {
  private final List<String> entries = new ArrayList<>();
  private long credits;
  private long creditSum;
  private long debits;
  private long debitSum;
  private long opening = 1_000_000;
  private String prolog = "";
  private String to = "2026-11-25T00:00:00+07:00";

  public static StatementText ofOneDay() {
    return new StatementText();
  }

  public StatementText credit(String reference, long amount) {
    credits++;
    creditSum += amount;
    return entry(reference, Long.toString(amount), "CRDT");
  }

  public StatementText debit(String reference, long amount) {
    debits++;
    debitSum += amount;
    return entry(reference, Long.toString(amount), "DBIT");
  }

  /** An unreadable entry that the bank's totals include. */
  public StatementText garbled(String reference, long counted, String written) {
    credits++;
    creditSum += counted;
    return entry(reference, written, "CRDT");
  }

  /** An entry with an arbitrary amount that the totals omit. */
  public StatementText entry(String reference, String amount, String indicator) {
    var number = entries.size() + 1;
    entries.add(
        """
        <Ntry><NtryRef>N%d</NtryRef><Amt Ccy="VND">%s</Amt><CdtDbtInd>%s</CdtDbtInd>
        <Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-11-24T10:00:00+07:00</DtTm></BookgDt>
        <AcctSvcrRef>VTB%d</AcctSvcrRef><BkTxCd><Prtry><Cd>GD</Cd></Prtry></BkTxCd>
        <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>
        <RmtInf><Ustrd>NOP LE PHI</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
            .formatted(number, amount, indicator, number, reference));
    return this;
  }

  /** The bank takes back what it booked in the other direction. */
  public StatementText takingBack(String reference, long amount, String indicator) {
    if (indicator.equals("CRDT")) {
      credit(reference, amount);
    } else {
      debit(reference, amount);
    }
    var last = entries.size() - 1;
    entries.set(last, entries.get(last).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>"));
    return this;
  }

  /** One booking of several movements of this amount each. */
  public StatementText batch(long amount, String... references) {
    var sum = amount * references.length;
    credit("?", sum);
    var details = new StringBuilder();
    for (var reference : references) {
      details.append(
          """
          <TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy="VND">%d</Amt></TxDtls>"""
              .formatted(reference, amount));
    }
    var last = entries.size() - 1;
    entries.set(
        last, entries.get(last).replaceFirst("(?s)<TxDtls>.*</TxDtls>", details.toString()));
    return this;
  }

  public StatementText raw(String xml) {
    entries.add(xml);
    return this;
  }

  /** Sets the end of the covered period, in the bank's own notation. */
  public StatementText endingAt(String moment) {
    to = moment;
    return this;
  }

  public StatementText losing(int entry) {
    entries.remove(entry);
    return this;
  }

  public StatementText prolog(String text) {
    prolog = text;
    return this;
  }

  public String text() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>%s
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>STMT-20261124</MsgId><CreDtTm>2026-11-25T00:10:00+07:00</CreDtTm></GrpHdr>
        <Stmt><Id>S-1</Id>
        <FrToDt><FrDtTm>2026-11-24T00:00:00+07:00</FrDtTm><ToDtTm>%s</ToDtTm></FrToDt>
        <Acct><Id><Othr><Id>118000012345</Id></Othr></Id></Acct>
        %s%s
        <TxsSummry><TtlCdtNtries><NbOfNtries>%d</NbOfNtries><Sum>%d</Sum></TtlCdtNtries>
        <TtlDbtNtries><NbOfNtries>%d</NbOfNtries><Sum>%d</Sum></TtlDbtNtries></TxsSummry>
        %s</Stmt></BkToCstmrStmt></Document>
        """
        .formatted(
            prolog,
            to,
            balance("OPBD", opening),
            balance("CLBD", opening + creditSum - debitSum),
            credits,
            creditSum,
            debits,
            debitSum,
            String.join("", entries));
  }

  public InputStream stream() {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
  }

  private static String balance(String code, long amount) {
    return """
        <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="VND">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <Dt><Dt>2026-11-24</Dt></Dt></Bal>"""
        .formatted(code, amount);
  }
}
