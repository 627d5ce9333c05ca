package vn.dvc.pay.engine.wiring.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;

/** Which words a variable can have at each node of a process. */
final class Words {
  /** Before anything has set the variable. */
  static final String UNSET = "";

  /** Nobody can say: a table's result, or text that a person types. */
  static final String ANY = "*";

  private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(.*\\)}");

  private final Graph graph;
  private final StepBeans steps;
  private final Models all;
  private final String variable;
  private final Map<String, Set<String>> at = new HashMap<>();

  Words(Graph graph, StepBeans steps, Models all, String variable) {
    this.graph = graph;
    this.steps = steps;
    this.all = all;
    this.variable = variable;
    for (var start : graph.starts()) {
      boolean ofEvent = start.parent().filter(Graph::isEventSubprocess).isPresent();
      at.put(start.id(), Set.of(ofEvent ? ANY : UNSET));
    }
    while (spread()) {
      // until nothing new arrives anywhere
    }
  }

  Set<String> at(Node node) {
    return at.getOrDefault(node.id(), Set.of());
  }

  private boolean spread() {
    boolean news = false;
    for (var edge : graph.edges()) {
      var before = at.getOrDefault(edge.to(), Set.of());
      var after = new TreeSet<>(before);
      after.addAll(along(edge));
      if (after.size() > before.size()) {
        at.put(edge.to(), after);
        news = true;
      }
    }
    return news;
  }

  private Set<String> along(Graph.Edge edge) {
    var arrived = at.getOrDefault(edge.from(), Set.of());
    if (arrived.isEmpty()) {
      return arrived;
    }
    var from = graph.node(edge.from());
    var words = new TreeSet<>(from.flatMap(this::setBy).orElse(arrived));
    if (edge.flow() != null && from.isPresent() && from.get().tag().equals("exclusiveGateway")) {
      if (!edge.flow().children("conditionExpression").isEmpty()) {
        Condition.of(edge.flow())
            .filter(c -> c.variable().equals(variable))
            .ifPresent(c -> words.removeIf(w -> !w.equals(ANY) && !c.words().contains(w)));
      } else {
        conditions(from.get()).forEach(c -> words.removeAll(c.words()));
      }
    }
    return words;
  }

  private List<Condition> conditions(Node gateway) {
    return graph.outgoing(gateway).stream()
        .filter(flow -> !flow.children("conditionExpression").isEmpty())
        .flatMap(flow -> Condition.of(flow).stream())
        .filter(condition -> condition.variable().equals(variable))
        .toList();
  }

  /** The words that this node gives the variable; empty if it leaves it alone. */
  private Optional<Set<String>> setBy(Node node) {
    var output =
        node.all("outputParameter").stream()
            .filter(parameter -> parameter.get("name").equals(variable))
            .filter(parameter -> inside(parameter, node))
            .findFirst();
    if (output.isPresent()) {
      return Optional.of(written(output.get().text(), node));
    }
    return switch (node.tag()) {
      case "serviceTask", "sendTask" -> answered(node);
      case "businessRuleTask" ->
          node.camunda("resultVariable").equals(variable)
              ? Optional.of(Set.of(ANY))
              : Optional.empty();
      case "userTask" -> entered(node);
      default -> Optional.empty();
    };
  }

  private static boolean inside(Node parameter, Node node) {
    return parameter.place().equals(node.id());
  }

  private Set<String> written(String text, Node node) {
    if (!text.contains("${")) {
      return Set.of(text);
    }
    return text.equals("${" + variable + "}") ? entered(node).orElse(Set.of(ANY)) : Set.of(ANY);
  }

  private Optional<Set<String>> entered(Node task) {
    var form = all.forms().get(task.camunda("formRef"));
    if (form == null) {
      return Optional.empty();
    }
    return form.fields().stream()
        .filter(field -> field.key().equals(variable))
        .map(Form.Field::words)
        .map(words -> words.isEmpty() ? Set.of(ANY) : words)
        .findFirst();
  }

  private Optional<Set<String>> answered(Node task) {
    if (task.camunda("type").equals("external")) {
      return variable.equals("verdict")
          ? Optional.of(declared(StepBeans.beanOf(task.process()), task.id()))
          : Optional.empty();
    }
    if (!task.camunda("resultVariable").equals(variable)) {
      return Optional.empty();
    }
    var call = CALL.matcher(task.camunda("expression"));
    return Optional.of(call.matches() ? declared(call.group(1), call.group(2)) : Set.of(ANY));
  }

  private Set<String> declared(String bean, String method) {
    return steps.methods(bean).stream()
        .filter(m -> m.getName().equals(method))
        .map(m -> m.getAnnotation(Verdicts.class))
        .filter(verdicts -> verdicts != null)
        .findFirst()
        .map(verdicts -> Set.of(verdicts.value()))
        .orElse(Set.of(ANY));
  }
}
