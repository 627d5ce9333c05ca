package vn.dvc.pay.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.values.Json;

/**
 * One element of a model, row of a table or field of a form, with all that it says.
 *
 * @param parts texts by what they are
 */
record Described(String name, Map<String, String> parts) {
  /** What an analyst sees as one thing; everything else is part of one. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "process",
          "message",
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "serviceTask",
          "sendTask",
          "userTask",
          "receiveTask",
          "businessRuleTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "sequenceFlow",
          "textAnnotation",
          "decision",
          "decisionTable",
          "input",
          "output",
          "rule");

  /** Repeats what the lines say. */
  private static final Set<String> LEFT_OUT = Set.of("incoming", "outgoing");

  static Map<String, Described> model(String file, byte[] bytes) {
    Map<String, Described> all = new LinkedHashMap<>();
    var root = read(file, bytes).root();
    for (var node : root.all("*")) {
      if (ELEMENTS.contains(node.tag()) && !node.id().isEmpty()) {
        all.put(node.id(), new Described(name(node), parts(node, root)));
      }
    }
    return all;
  }

  static Map<String, Described> form(byte[] bytes) {
    Map<String, Described> all = new LinkedHashMap<>();
    try {
      for (var field : Json.readFile(bytes).path("components")) {
        Map<String, String> parts = new LinkedHashMap<>();
        field.fields().forEachRemaining(part -> parts.put(part.getKey(), text(part.getValue())));
        parts.remove("id");
        var id = field.path("id").asText();
        all.put(id, new Described(field.path("label").asText(id), parts));
      }
      return all;
    } catch (IOException checkedBefore) {
      throw new IllegalStateException("A form that was checked cannot be read", checkedBefore);
    }
  }

  private static Model read(String file, byte[] bytes) {
    try {
      return Model.read(file, bytes);
    } catch (Exception checkedBefore) {
      throw new IllegalStateException("A model that was checked cannot be read", checkedBefore);
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static String name(Node node) {
    for (var name : new String[] {node.get("name"), node.get("label")}) {
      if (!name.isEmpty()) {
        return name;
      }
    }
    return node.id();
  }

  private static Map<String, String> parts(Node node, Node root) {
    if (node.tag().equals("rule")) {
      return byColumn(node, root);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    collect(node, "", parts);
    return parts;
  }

  private static void collect(Node node, String path, Map<String, String> parts) {
    var attributes = node.xml().getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var name = attributes.item(i).getLocalName();
      if (!name.equals("id") && !attributes.item(i).getNodeName().startsWith("xmlns")) {
        add(parts, path + name, attributes.item(i).getNodeValue());
      }
    }
    if (node.children().isEmpty() && !path.isEmpty()) {
      add(parts, path.substring(0, path.length() - 1), node.text());
    }
    for (var child : node.children()) {
      if (!ELEMENTS.contains(child.tag()) && !LEFT_OUT.contains(child.tag())) {
        var label = child.get("name").isEmpty() ? child.tag() : child.get("name");
        collect(child, path + label + " ", parts);
      }
    }
  }

  private static void add(Map<String, String> parts, String what, String text) {
    if (!text.isEmpty()) {
      parts.merge(what, text, (one, other) -> one + "; " + other);
    }
  }

  /** The cells of a row, each under the label of its column. */
  private static Map<String, String> byColumn(Node rule, Node root) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells(rule, "inputEntry", root, "input", cells);
    cells(rule, "outputEntry", root, "output", cells);
    rule.children("description").forEach(said -> cells.put("description", said.text()));
    return cells;
  }

  private static void cells(
      Node rule, String entry, Node root, String column, Map<String, String> cells) {
    var table = rule.parent().orElse(root);
    var columns = table.children(column);
    var entries = rule.children(entry);
    for (int i = 0; i < entries.size() && i < columns.size(); i++) {
      var label = columns.get(i).get("label");
      cells.put(label.isEmpty() ? name(columns.get(i)) : label, entries.get(i).text());
    }
  }
}
