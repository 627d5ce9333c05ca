package vn.dvc.pay.engine.wiring;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/** One file of BPMN or DMN. */
public record Model(String file, Node root) {

  public static Model read(String file, byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    var document = builder.parse(new ByteArrayInputStream(bytes));
    return new Model(file, new Node(document.getDocumentElement()));
  }
}
