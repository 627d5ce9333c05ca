package vn.dvc.pay.engine.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.Node;

/** The models' own steps as element templates of Camunda Modeler, for Camunda Platform 7. */
final class ElementTemplates {
  private static final List<String> ATTRIBUTES =
      List.of(
          "type",
          "topic",
          "expression",
          "resultVariable",
          "asyncBefore",
          "formRef",
          "formRefBinding",
          "candidateGroups",
          "dueDate");

  private final Map<String, Map<String, Object>> byWhatTheyDo = new LinkedHashMap<>();

  /** One for each thing that is done, however often the models do it. */
  List<Map<String, Object>> all() throws Exception {
    for (var file : models()) {
      var root = Model.read(file.getFileName().toString(), Files.readAllBytes(file)).root();
      for (var process : root.children("process")) {
        for (var tag : List.of("serviceTask", "userTask", "callActivity")) {
          process.all(tag).forEach(step -> offer(process.id(), step));
        }
      }
    }
    return List.copyOf(byWhatTheyDo.values());
  }

  private static List<Path> models() throws IOException {
    try (var files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  private void offer(String process, Node step) {
    var properties = properties(step);
    byWhatTheyDo.putIfAbsent(
        process + step.tag() + properties + (step.camunda("topic").isEmpty() ? "" : step.id()),
        ordered(
            "id",
            "vn.dvc." + process + "." + step.id(),
            "name",
            step.get("name") + " (" + process + ")",
            "description",
            step.children("documentation").get(0).text(),
            "appliesTo",
            List.of("bpmn:" + capital(step.tag())),
            "properties",
            properties));
  }

  private static List<Map<String, Object>> properties(Node step) {
    List<Map<String, Object>> properties = new ArrayList<>();
    if (!step.get("calledElement").isEmpty()) {
      properties.add(
          hidden(step.get("calledElement"), "type", "property", "name", "calledElement"));
    }
    for (var name : ATTRIBUTES) {
      if (!step.camunda(name).isEmpty()) {
        properties.add(hidden(step.camunda(name), "type", "property", "name", "camunda:" + name));
      }
    }
    step.all("property")
        .forEach(
            p ->
                properties.add(
                    hidden(p.get("value"), "type", "camunda:property", "name", p.get("name"))));
    step.all("inputParameter")
        .forEach(
            p ->
                properties.add(
                    hidden(p.text(), "type", "camunda:inputParameter", "name", p.get("name"))));
    step.all("outputParameter")
        .forEach(
            p ->
                properties.add(
                    hidden(p.get("name"), "type", "camunda:outputParameter", "source", p.text())));
    step.all("in").forEach(in -> properties.add(mapping(in)));
    return properties;
  }

  private static Map<String, Object> mapping(Node in) {
    if (!in.get("businessKey").isEmpty()) {
      return hidden(in.get("businessKey"), "type", "camunda:in:businessKey");
    }
    var source = in.get("source");
    return source.isEmpty()
        ? hidden(
            in.get("sourceExpression"),
            "type",
            "camunda:in",
            "target",
            in.get("target"),
            "expression",
            true)
        : hidden(source, "type", "camunda:in", "target", in.get("target"));
  }

  private static Map<String, Object> hidden(String value, Object... binding) {
    return ordered(
        "type",
        "Hidden",
        "value",
        value.equals("true") ? (Object) true : value,
        "binding",
        ordered(binding));
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static String capital(String tag) {
    return Character.toUpperCase(tag.charAt(0)) + tag.substring(1);
  }
}
