package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One element of a model, with accessors named as in models. */
public record Node(Element xml) {
  public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  public String tag() {
    return xml.getLocalName();
  }

  public String id() {
    return xml.getAttribute("id");
  }

  /** A BPMN attribute, or "" if absent. */
  public String get(String attribute) {
    return xml.getAttribute(attribute);
  }

  /** An attribute of the engine, or "" if absent. */
  public String camunda(String attribute) {
    return xml.getAttributeNS(CAMUNDA, attribute);
  }

  public boolean is(Set<String> tags) {
    return tags.contains(tag()) && BPMN.equals(xml.getNamespaceURI());
  }

  public List<Node> children(String tag) {
    return elements(xml.getChildNodes()).filter(n -> n.tag().equals(tag)).toList();
  }

  /** All elements below this one with this tag, whatever their name space. */
  public List<Node> all(String tag) {
    return elements(xml.getElementsByTagNameNS("*", tag)).toList();
  }

  public List<Node> all(Set<String> tags) {
    return elements(xml.getElementsByTagNameNS(BPMN, "*")).filter(n -> n.is(tags)).toList();
  }

  public Optional<Node> parent() {
    return xml.getParentNode() instanceof Element above
        ? Optional.of(new Node(above))
        : Optional.empty();
  }

  /** The process this element belongs to. */
  public String process() {
    return "process".equals(tag()) ? id() : parent().map(Node::process).orElse("");
  }

  /** The id by which a person finds this element: its own or its parent's. */
  public String place() {
    return id().isEmpty() || xml.getNamespaceURI().equals(CAMUNDA)
        ? parent().map(Node::place).orElse(tag())
        : id();
  }

  public String text() {
    return xml.getTextContent().strip();
  }

  private static Stream<Node> elements(NodeList list) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < list.getLength(); i++) {
      if (list.item(i) instanceof Element element) {
        nodes.add(new Node(element));
      }
    }
    return nodes.stream();
  }
}
