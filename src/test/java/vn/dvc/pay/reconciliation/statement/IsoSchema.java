package vn.dvc.pay.reconciliation.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates a file by ISO's own schema of camt.053.001.08. */
public final class IsoSchema {
  private static final Schema SCHEMA = load();

  private IsoSchema() {}

  /** What the schema objects to, empty for a valid file. */
  public static List<String> objections(InputStream file) {
    var found = new ArrayList<String>();
    var validator = SCHEMA.newValidator();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException it) {
            error(it);
          }

          @Override
          public void error(SAXParseException it) {
            found.add(it.getLineNumber() + ": " + it.getMessage());
          }

          @Override
          public void fatalError(SAXParseException it) {
            error(it);
          }
        });
    try {
      validator.validate(new StreamSource(file));
    } catch (SAXException broken) {
      found.add(broken.getMessage());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return found;
  }

  private static Schema load() {
    try {
      return SchemaFactory.newDefaultInstance()
          .newSchema(IsoSchema.class.getResource("/iso20022/camt.053.001.08.xsd"));
    } catch (SAXException broken) {
      throw new IllegalStateException("ISO's schema is damaged", broken);
    }
  }
}
