package vn.dvc.pay.reconciliation.statement.reader;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * Reads a statement (ISO 20022 camt.053.001.08, our part of it: contracts/camt.053-dvc.xsd) as a
 * stream, however long. DTDs and entities are forbidden, and each element is validated by itself.
 */
@Component
public class StatementReader {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
  private static final List<String> WAY_IN = List.of("Document", "BkToCstmrStmt");

  private final Schema schema;
  private final DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();

  StatementReader() {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      schema = factory.newSchema(getClass().getResource("/contracts/camt.053-dvc.xsd"));
    } catch (SAXException broken) {
      throw new IllegalStateException("The statement schema is invalid", broken);
    }
  }

  /**
   * @param lines receives each line in the order of the file
   * @throws StatementRefused statement-malformed, if the file as a whole is not a statement:
   *     truncated, another namespace, an invalid header. The caller must then discard the lines
   *     already read.
   */
  public StatementHead read(InputStream file, Consumer<StatementLine> lines)
      throws StatementRefused {
    try {
      return new Reading(file).statement(lines);
    } catch (XMLStreamException broken) {
      throw new StatementRefused("statement-malformed", "not well-formed");
    } catch (DateTimeException withoutOffset) {
      throw new StatementRefused("statement-malformed", "a time without its offset");
    } catch (ParserConfigurationException everyJdkHasOne) {
      throw new IllegalStateException(everyJdkHasOne);
    }
  }

  /** One pass through one file. */
  private final class Reading {
    private final XMLStreamReader reader;
    private final DocumentBuilder builder;
    private final Validator validator;

    Reading(InputStream file) throws XMLStreamException, ParserConfigurationException {
      reader = factory().createXMLStreamReader(file);
      builder = documents.newDocumentBuilder();
      validator = schema.newValidator();
    }

    StatementHead statement(Consumer<StatementLine> lines)
        throws XMLStreamException, StatementRefused {
      for (var name : WAY_IN) {
        enter(name);
      }
      var group = head("GrpHdr");
      enter("Stmt");
      var head = head(group);
      var number = 0;
      while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
        lines.accept(line(++number));
      }
      leave();
      return head;
    }

    private StatementHead head(Fragment group) throws XMLStreamException, StatementRefused {
      enter("Id");
      var id = reader.getElementText().strip();
      if (id.isEmpty() || id.length() > 35) {
        throw new StatementRefused("statement-malformed", "Id");
      }
      var day = head("FrToDt");
      var account = head("Acct");
      var balances = new ArrayList<Fragment>();
      balances.add(head("Bal"));
      balances.add(head("Bal"));
      var totals = head("TxsSummry");
      return new StatementHead(
          group.text("MsgId"),
          Moments.read(day.text("FrDtTm")),
          Moments.read(day.text("ToDtTm")),
          account.text("Id", "Othr", "Id"),
          balance(balances, "OPBD"),
          balance(balances, "CLBD"),
          totals(totals, "TtlCdtNtries"),
          totals(totals, "TtlDbtNtries"));
    }

    private StatementLine line(int number) throws XMLStreamException, StatementRefused {
      if (!reader.getLocalName().equals("Ntry")) {
        throw new StatementRefused("statement-malformed", "an element that is no Ntry");
      }
      var entry = Fragment.take(reader, builder);
      var reference = entry.text("NtryRef");
      var objection = entry.objection(validator);
      if (objection != null) {
        return new StatementLine.Unreadable(number, shortened(reference), objection);
      }
      return entry(number, reference, entry);
    }

    private StatementLine entry(int number, String reference, Fragment entry) {
      OffsetDateTime bookedAt;
      try {
        bookedAt = Moments.read(entry.text("BookgDt", "DtTm"));
      } catch (DateTimeException withoutOffset) {
        return new StatementLine.Unreadable(number, reference, "time-without-offset");
      }
      return new StatementLine.Entry(
          number,
          reference,
          entry.text("AcctSvcrRef"),
          entry.text("NtryDtls", "TxDtls", "Refs", "EndToEndId"),
          entry.dong("Amt"),
          entry.text("CdtDbtInd").equals("CRDT"),
          bookedAt.toInstant(),
          entry.text("NtryDtls", "TxDtls", "RmtInf", "Ustrd"));
    }

    /** Reads the next element, which must have this name and be valid. */
    private Fragment head(String name) throws XMLStreamException, StatementRefused {
      enter(name);
      var fragment = Fragment.take(reader, builder);
      var objection = fragment.objection(validator);
      if (objection != null) {
        throw new StatementRefused("statement-malformed", name + " " + objection);
      }
      return fragment;
    }

    private void enter(String name) throws XMLStreamException, StatementRefused {
      if (reader.nextTag() != XMLStreamReader.START_ELEMENT
          || !reader.getLocalName().equals(name)
          || !NAMESPACE.equals(reader.getNamespaceURI())) {
        throw new StatementRefused("statement-malformed", name + " is missing");
      }
    }

    /** Requires closing tags only after the last line: a truncated file has none. */
    private void leave() throws XMLStreamException, StatementRefused {
      for (var ignored : WAY_IN) {
        if (reader.nextTag() != XMLStreamReader.END_ELEMENT) {
          throw new StatementRefused("statement-malformed", "more than one statement");
        }
      }
      while (reader.hasNext()) {
        reader.next();
      }
    }
  }

  private static long balance(List<Fragment> balances, String which) throws StatementRefused {
    for (var each : balances) {
      if (which.equals(each.text("Tp", "CdOrPrtry", "Cd"))) {
        var amount = each.dong("Amt");
        return each.text("CdtDbtInd").equals("CRDT") ? amount : -amount;
      }
    }
    throw new StatementRefused("statement-malformed", which + " is missing");
  }

  private static StatementHead.Totals totals(Fragment totals, String which) {
    return new StatementHead.Totals(totals.dong(which, "NbOfNtries"), totals.dong(which, "Sum"));
  }

  private static String shortened(String text) {
    return text == null || text.length() <= 35 ? text : text.substring(0, 35);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
