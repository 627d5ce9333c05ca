package vn.dvc.pay.reconciliation.statement.reader;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** One element of a statement, cut from the stream so that it can be validated by itself. */
final class Fragment {
  private final Element element;

  private Fragment(Element element) {
    this.element = element;
  }

  /** Reads the current element; afterwards the reader is at its end. */
  static Fragment take(XMLStreamReader reader, DocumentBuilder documents)
      throws XMLStreamException {
    var copy = documents.newDocument();
    copy(reader, copy);
    return new Fragment(copy.getDocumentElement());
  }

  private static void copy(XMLStreamReader reader, Node parent) throws XMLStreamException {
    var document = parent instanceof Document root ? root : parent.getOwnerDocument();
    var element = document.createElementNS(reader.getNamespaceURI(), reader.getLocalName());
    for (var i = 0; i < reader.getAttributeCount(); i++) {
      element.setAttributeNS(
          reader.getAttributeNamespace(i),
          reader.getAttributeLocalName(i),
          reader.getAttributeValue(i));
    }
    parent.appendChild(element);
    for (var event = reader.next(); event != END_ELEMENT; event = reader.next()) {
      if (event == START_ELEMENT) {
        copy(reader, element);
      } else if (reader.isCharacters()) {
        element.appendChild(document.createTextNode(reader.getText()));
      }
    }
  }

  /**
   * @return the schema violation as a code and a place, null if there is none
   */
  String objection(Validator validator) {
    try {
      validator.validate(new DOMSource(element));
      return null;
    } catch (SAXException invalid) {
      // The schema's code only ("cvc-datatype-valid.1.2.1"): its text quotes the content.
      var text = String.valueOf(invalid.getMessage());
      return text.contains(":") ? text.substring(0, text.indexOf(':')) : "invalid";
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The text at a path of element names, null if there is none. */
  String text(String... path) {
    var at = element;
    for (var name : path) {
      at = child(at, name);
      if (at == null) {
        return null;
      }
    }
    return at.getTextContent().strip();
  }

  long dong(String... path) {
    return Long.parseLong(text(path));
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        return element;
      }
    }
    return null;
  }
}
