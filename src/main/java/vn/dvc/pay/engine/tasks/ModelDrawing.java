package vn.dvc.pay.engine.tasks;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.dvc.pay.engine.watch.ProcessStory.Shape;

/**
 * What of a model may be shown to anybody: its shapes, its lines, and their names. It is written
 * anew from a list of what is allowed, so that nothing an analyst adds later is shown by accident;
 * ids, which name our program, are replaced by numbers.
 */
public final class ModelDrawing {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "serviceTask",
          "userTask",
          "receiveTask",
          "businessRuleTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway");
  private static final Set<String> KINDS =
      Set.of(
          "timerEventDefinition",
          "messageEventDefinition",
          "linkEventDefinition",
          "errorEventDefinition",
          "terminateEventDefinition");
  private static final Set<String> OTHERS =
      Set.of(
          "definitions",
          "process",
          "sequenceFlow",
          "BPMNDiagram",
          "BPMNPlane",
          "BPMNShape",
          "BPMNEdge",
          "BPMNLabel",
          "Bounds",
          "waypoint");
  private static final Set<String> PLAIN =
      Set.of("cancelActivity", "isExpanded", "isMarkerVisible", "x", "y", "width", "height");
  private static final Set<String> REFERENCES =
      Set.of("sourceRef", "targetRef", "attachedToRef", "default", "bpmnElement");

  private final UnaryOperator<String> wording;
  private final Document drawing;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final String xml;

  /**
   * @param wording how a name is put for the reader
   */
  public ModelDrawing(InputStream model, UnaryOperator<String> wording) {
    this.wording = wording;
    try {
      var builder = builders().newDocumentBuilder();
      drawing = builder.newDocument();
      drawing.appendChild(copy(builder.parse(model).getDocumentElement()));
      xml = written();
    } catch (Exception e) {
      throw new IllegalStateException("A deployed model cannot be drawn", e);
    }
  }

  public String xml() {
    return xml;
  }

  /** The nodes by their ids in the model. */
  public Map<String, Shape> shapes() {
    return shapes;
  }

  /** An element's id in the drawing; empty for one that is not drawn. */
  public Optional<String> idOf(String element) {
    return Optional.ofNullable(ids.get(element));
  }

  private Element copy(Element from) {
    var name = from.getLocalName();
    var to = drawing.createElementNS(from.getNamespaceURI(), from.getNodeName());
    to.setAttribute("id", number(from.getAttribute("id")));
    var attributes = from.getAttributes();
    for (var i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      var key = attribute.getNodeName();
      if (PLAIN.contains(key)) {
        to.setAttribute(key, attribute.getNodeValue());
      } else if (REFERENCES.contains(key)) {
        to.setAttribute(key, number(attribute.getNodeValue()));
      }
    }
    if (Set.of("Bounds", "waypoint").contains(name)) {
      to.removeAttribute("id");
    }
    name(from, to);
    for (var child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element each && isShown(each)) {
        to.appendChild(copy(each));
      }
    }
    return to;
  }

  private void name(Element from, Element to) {
    var isNode = NODES.contains(from.getLocalName());
    if (isNode || from.getLocalName().equals("sequenceFlow")) {
      var name = from.getAttribute("name");
      var put = name.isEmpty() ? "" : wording.apply(name);
      to.setAttribute("name", put);
      if (isNode) {
        shapes.put(from.getAttribute("id"), new Shape(to.getAttribute("id"), put));
      }
    }
  }

  /** Shapes and lines of what is not shown are left out, too. */
  private boolean isShown(Element each) {
    var name = each.getLocalName();
    var of = each.getAttribute("bpmnElement");
    return BPMN.equals(each.getNamespaceURI())
        ? NODES.contains(name) || KINDS.contains(name) || OTHERS.contains(name)
        : OTHERS.contains(name) && (of.isEmpty() || ids.containsKey(of));
  }

  private String number(String id) {
    var of = id.isEmpty() ? "without " + ids.size() : id;
    return ids.computeIfAbsent(of, any -> "e" + (ids.size() + 1));
  }

  private String written() throws Exception {
    var factory = TransformerFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    var writer = factory.newTransformer();
    writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
    var text = new StringWriter();
    writer.transform(new DOMSource(drawing), new StreamResult(text));
    return text.toString();
  }

  private static DocumentBuilderFactory builders() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }
}
