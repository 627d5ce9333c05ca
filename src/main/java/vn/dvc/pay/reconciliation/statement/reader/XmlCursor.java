package vn.dvc.pay.reconciliation.statement.reader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/**
 * Reads a file of any length forward only, within limits: no document type, no entities, bounded
 * depth. Whatever is wrong with the file is a {@link StatementRefused}, never another exception.
 */
final class XmlCursor {
  /** Far more than ISO's schema nests; only supplementary data may hold anything. */
  private static final int MAX_DEPTH = 256;

  private static final Pattern CAMT053 =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.(0[2-9]|1[0-3])");

  private static final XMLInputFactory FACTORY = factory();

  private final FileTail file;
  private final XMLStreamReader xml;
  private String namespace;
  private int depth;

  XmlCursor(InputStream content) throws StatementRefused {
    file = new FileTail(content);
    try {
      xml = FACTORY.createXMLStreamReader(file);
    } catch (XMLStreamException | RuntimeException broken) {
      throw malformed();
    }
  }

  /**
   * Enters the root element.
   *
   * @throws StatementRefused statement-not-camt053 for another kind of document
   */
  void enterDocument() throws StatementRefused {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      if (isAtEnd()) {
        throw malformed();
      }
    }
    namespace = String.valueOf(xml.getNamespaceURI());
    if (!CAMT053.matcher(namespace).matches() || !name().equals("Document")) {
      throw new StatementRefused("statement-not-camt053", "another kind of document");
    }
  }

  /**
   * Moves to the next child of the element whose start or last child was read; false at its end.
   */
  boolean nextChild() throws StatementRefused {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.END_DOCUMENT -> throw malformed();
        default -> {
          // Blanks between elements.
        }
      }
    }
  }

  /** Reads the rest of the current element, however much that is. */
  void skip() throws StatementRefused {
    for (var parent = depth - 1; depth > parent; ) {
      next();
      if (isAtEnd()) {
        throw malformed();
      }
    }
  }

  /** Reads to the end: a file that was cut off does not reach it. */
  void finish() throws StatementRefused {
    while (!isAtEnd()) {
      next();
    }
  }

  /** The kind of what comes next: the start or end of an element, characters, the file's end. */
  int next() throws StatementRefused {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > MAX_DEPTH) {
              throw new StatementRefused("statement-malformed", "nested too deeply");
            }
            return XMLStreamConstants.START_ELEMENT;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return XMLStreamConstants.END_ELEMENT;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return XMLStreamConstants.CHARACTERS;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new StatementRefused("statement-malformed", "a document type");
          default -> {
            // Comments and processing instructions.
          }
        }
      }
      return XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException | RuntimeException broken) {
      // The parser's text quotes the content.
      throw malformed();
    }
  }

  /** The element's name, empty for elements of other namespaces, which are nothing to us. */
  String name() {
    return namespace.equals(xml.getNamespaceURI()) ? xml.getLocalName() : "";
  }

  /** Appends the current characters, as long as there are not more than this. */
  void appendTo(StringBuilder text, int atMost) {
    var room = Math.min(xml.getTextLength(), atMost - text.length());
    if (room > 0) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), room);
    }
  }

  String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  private boolean isAtEnd() {
    return xml.getEventType() == XMLStreamConstants.END_DOCUMENT;
  }

  private StatementRefused malformed() {
    if (namespace == null) {
      return new StatementRefused("statement-not-camt053", "no XML document");
    }
    return file.isCutOff()
        ? new StatementRefused("statement-cut-off", "it ends before its last element")
        : new StatementRefused("statement-malformed", "not well-formed");
  }

  private static XMLInputFactory factory() {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // A long text arrives in pieces, so that it need not be kept.
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Else what is wrong with a text comes to light only when it is looked at.
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    return factory;
  }
}
