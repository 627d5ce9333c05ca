package vn.dvc.pay.engine.wiring;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** One file of BPMN or DMN. */
public final class Model {
  private final String file;
  private final byte[] bytes;
  private final Node root;
  private volatile @Nullable Optional<String> schemaFault;

  private Model(String file, byte[] bytes, Node root) {
    this.file = file;
    this.bytes = bytes;
    this.root = root;
  }

  public static Model read(String file, byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    var document = builder.parse(new ByteArrayInputStream(bytes));
    return new Model(file, bytes, Node.tree(document.getDocumentElement()));
  }

  public String file() {
    return file;
  }

  public Node root() {
    return root;
  }

  boolean isOf(byte[] others) {
    return Arrays.equals(bytes, others);
  }

  /**
   * What the standard's own schema has against it; empty if nothing. Asking the schema is most of a
   * check, so its answer is kept.
   */
  Optional<String> schemaFault() {
    var known = schemaFault;
    if (known == null) {
      known = askSchema();
      schemaFault = known;
    }
    return known;
  }

  private Optional<String> askSchema() {
    var xml = new ByteArrayInputStream(bytes);
    try {
      if (file.endsWith(".dmn")) {
        Dmn.readModelFromStream(xml);
      } else {
        Bpmn.readModelFromStream(xml);
      }
      return Optional.empty();
    } catch (ModelException invalid) {
      return Optional.of(reason(invalid));
    }
  }

  private static String reason(Throwable invalid) {
    var deepest = invalid;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }
}
