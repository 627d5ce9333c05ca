package vn.dvc.sandbox.bank.statement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a statement as ISO 20022 camt.053.001.08, valid by ISO's schema. */
public final class Camt053 {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(StatementWriter.ZONE);

  /** The longest piece of a transfer text; a longer text is written in several. */
  private static final int PIECE = 140;

  private final XMLStreamWriter xml;

  private Camt053(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The file; the same statement always yields the same bytes. */
  public static byte[] write(BankStatement statement) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new Camt053(xml).document(statement);
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Cannot write the statement", e);
    }
  }

  private void document(BankStatement it) throws XMLStreamException {
    String name = "STMT-" + it.bank() + "-" + it.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open("BkToCstmrStmt", "GrpHdr");
    text("MsgId", name);
    text("CreDtTm", time(it.to()));
    close();
    open("Stmt");
    text("Id", name);
    open("FrToDt");
    text("FrDtTm", time(it.from()));
    text("ToDtTm", time(it.to()));
    close();
    open("Acct", "Id", "Othr");
    text("Id", it.account());
    close(3);
    balance("OPBD", it.opening(), it.day());
    balance("CLBD", it.closing(), it.day());
    open("TxsSummry");
    totals("TtlCdtNtries", it.credits(), it.creditSum());
    totals("TtlDbtNtries", it.debits(), it.debitSum());
    close();
    for (BankStatement.Entry entry : it.entries()) {
      entry(it.bank(), entry);
    }
    xml.writeEndDocument();
  }

  private void balance(String code, long amount, LocalDate day) throws XMLStreamException {
    open("Bal", "Tp", "CdOrPrtry");
    text("Cd", code);
    close(2);
    amount(Math.abs(amount), amount >= 0);
    open("Dt");
    text("Dt", day.toString());
    close(2);
  }

  private void totals(String name, long count, long sum) throws XMLStreamException {
    open(name);
    text("NbOfNtries", Long.toString(count));
    text("Sum", Long.toString(sum));
    close();
  }

  private void entry(String bank, BankStatement.Entry it) throws XMLStreamException {
    xml.writeCharacters("\n");
    open("Ntry");
    text("NtryRef", bank + "-" + it.number());
    amount(it.amount(), it.credit());
    open("Sts");
    text("Cd", "BOOK");
    close();
    open("BookgDt");
    text("DtTm", time(it.at()));
    close();
    if (it.bankRef() != null) {
      text("AcctSvcrRef", it.bankRef());
    }
    kind(it.credit());
    open("NtryDtls", "TxDtls", "Refs");
    text("EndToEndId", it.reference());
    close();
    remittance(it.text());
    close(3);
  }

  /** ISO's code of the kind of transaction: a domestic credit transfer, received or issued. */
  private void kind(boolean credit) throws XMLStreamException {
    open("BkTxCd", "Domn");
    text("Cd", "PMNT");
    open("Fmly");
    text("Cd", credit ? "RCDT" : "ICDT");
    text("SubFmlyCd", "DMCT");
    close(3);
  }

  private void remittance(String text) throws XMLStreamException {
    if (text == null || text.isEmpty()) {
      return;
    }
    open("RmtInf");
    int[] points = text.codePoints().toArray();
    for (int from = 0; from < points.length; from += PIECE) {
      text("Ustrd", new String(points, from, Math.min(PIECE, points.length - from)));
    }
    close();
  }

  private void amount(long amount, boolean credit) throws XMLStreamException {
    xml.writeStartElement("Amt");
    xml.writeAttribute("Ccy", "VND");
    xml.writeCharacters(Long.toString(amount));
    close();
    text("CdtDbtInd", credit ? "CRDT" : "DBIT");
  }

  private void open(String... names) throws XMLStreamException {
    for (String name : names) {
      xml.writeStartElement(name);
    }
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void close(int levels) throws XMLStreamException {
    for (int level = 0; level < levels; level++) {
      close();
    }
  }

  private void text(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(value));
    xml.writeEndElement();
  }

  /** A transfer text may contain characters that XML does not allow. */
  private static String allowed(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
