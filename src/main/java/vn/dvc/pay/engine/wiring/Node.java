package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One element of a model, with accessors named as in models. Rules ask a model for the same
 * elements again and again, so the answers are kept.
 */
public final class Node {
  public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

  private final Element xml;
  private final @Nullable Node parent;
  private final List<Node> children = new ArrayList<>();
  private final Map<Object, List<Node>> found = new ConcurrentHashMap<>();

  private Node(Element xml, @Nullable Node parent) {
    this.xml = xml;
    this.parent = parent;
    for (var child = xml.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(new Node(element, this));
      }
    }
  }

  static Node tree(Element root) {
    return new Node(root, null);
  }

  public Element xml() {
    return xml;
  }

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
    var value = xml.getAttributeNS(CAMUNDA, attribute);
    return value.isEmpty() ? xml.getAttributeNS(CAMUNDA_DMN, attribute) : value;
  }

  public boolean is(Set<String> tags) {
    return tags.contains(tag()) && BPMN.equals(xml.getNamespaceURI());
  }

  public List<Node> children() {
    return children;
  }

  public List<Node> children(String tag) {
    return children.stream().filter(n -> n.tag().equals(tag)).toList();
  }

  /** All elements below this one with this tag, or "*" for any, whatever their name space. */
  public List<Node> all(String tag) {
    return found.computeIfAbsent(
        tag, key -> below().filter(n -> tag.equals("*") || n.tag().equals(tag)).toList());
  }

  public List<Node> all(Set<String> tags) {
    return found.computeIfAbsent(tags, key -> below().filter(n -> n.is(tags)).toList());
  }

  private Stream<Node> below() {
    return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.below()));
  }

  public Optional<Node> parent() {
    return Optional.ofNullable(parent);
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
}
