package vn.dvc.pay.engine.wiring.flow;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.OneOf;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Tags;

/** Each variable that an expression or a call reads has been set by somebody. */
class VariablesRule implements Rule {
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?!\\w*\\s*[.(])");
  private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(([^()]*)\\)");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "gt", "lt");

  private final StepBeans steps;

  VariablesRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var process : model.root().children("process")) {
      var known = known(process);
      for (var task : process.all(Tags.SERVICE_TASKS)) {
        if (task.camunda("type").equals("external")) {
          parametersOf(task).stream()
              .filter(name -> !known.contains(name))
              .forEach(name -> faults.add(model.file(), task.id(), "call-variable", name, known));
        }
        result(model, task, faults);
      }
      for (var node : process.all("*")) {
        for (var text : texts(node)) {
          var expression = EXPRESSION.matcher(text);
          while (expression.find()) {
            expression(model, node, expression.group(1), known, faults);
          }
        }
      }
    }
  }

  private Set<String> parametersOf(Node task) {
    Set<String> names = new TreeSet<>();
    steps
        .call(task.process(), task.id())
        .ifPresent(m -> Arrays.stream(m.getParameters()).forEach(p -> names.add(p.getName())));
    return names;
  }

  /** A step's verdict must go somewhere, and a step without one cannot give any. */
  private void result(Model model, Node task, ModelFaults faults) {
    var call = CALL.matcher(task.camunda("expression"));
    if (!call.find()) {
      return;
    }
    for (var method : named(call.group(1), call.group(2))) {
      boolean says = method.getReturnType() != void.class;
      boolean kept = !task.camunda("resultVariable").isEmpty();
      if (says && !kept) {
        faults.add(model.file(), task.id(), "verdict-lost", method.getName());
      } else if (!says && kept) {
        faults.add(model.file(), task.id(), "no-verdict", method.getName());
      }
    }
  }

  private void expression(
      Model model, Node node, String expression, Set<String> known, ModelFaults faults) {
    var plain = LITERAL.matcher(expression).replaceAll("0");
    var names = NAME.matcher(plain);
    while (names.find()) {
      var name = names.group(1);
      if (!WORDS.contains(name) && !known.contains(name) && !isLocal(node, name)) {
        faults.add(model.file(), node.place(), "variable-unknown", name, known);
      }
    }
    var call = CALL.matcher(expression);
    while (call.find()) {
      for (var method : named(call.group(1), call.group(2))) {
        arguments(model, node, method, split(call.group(3)), faults);
      }
    }
  }

  /** Parameters are process variables by name, so that none is taken for another. */
  private static void arguments(
      Model model, Node node, Method method, List<String> given, ModelFaults faults) {
    var parameters = method.getParameters();
    for (int i = 0; i < parameters.length && i < given.size(); i++) {
      var argument = given.get(i);
      if (argument.matches("[A-Za-z_]\\w*") && !argument.equals(parameters[i].getName())) {
        faults.add(model.file(), node.place(), "argument-other", argument, parameters[i].getName());
      }
      var words = parameters[i].getAnnotation(OneOf.class);
      if (words != null && LITERAL.matcher(argument).matches()) {
        var word = argument.substring(1, argument.length() - 1);
        if (!List.of(words.value()).contains(word)) {
          faults.add(model.file(), node.place(), "argument-word", word, List.of(words.value()));
        }
      }
    }
  }

  private List<Method> named(String bean, String name) {
    return steps.methods(bean).stream().filter(m -> m.getName().equals(name)).toList();
  }

  private static List<String> split(String arguments) {
    List<String> parts = new ArrayList<>();
    var quoted = Pattern.compile("'[^']*'|\"[^\"]*\"|[^,]+").matcher(arguments);
    while (quoted.find()) {
      if (!quoted.group().isBlank()) {
        parts.add(quoted.group().strip());
      }
    }
    return parts;
  }

  /** What a task's own inputs add, for its outputs and its form. */
  private static boolean isLocal(Node node, String name) {
    for (var at = node; !at.is(Tags.NODES); at = at.parent().get()) {
      if (at.parent().isEmpty()) {
        return false;
      }
      if (at.tag().equals("inputOutput")) {
        return at.children("inputParameter").stream().anyMatch(i -> i.get("name").equals(name));
      }
    }
    return false;
  }

  Set<String> known(Node process) {
    Set<String> known = new TreeSet<>(declared(steps, process.id()));
    for (var task : process.all(Tags.TASKS)) {
      if (task.camunda("type").equals("external")) {
        known.add("verdict");
      }
      if (!task.camunda("resultVariable").isEmpty()) {
        known.add(task.camunda("resultVariable"));
      }
    }
    process.all("outputParameter").forEach(output -> known.add(output.get("name")));
    return known;
  }

  static Set<String> declared(StepBeans steps, String process) {
    return steps
        .type(StepBeans.beanOf(process))
        .map(type -> type.getAnnotation(ProcessSteps.class))
        .map(declared -> new TreeSet<>(List.of(declared.variables())))
        .orElseGet(TreeSet::new);
  }

  static List<String> texts(Node node) {
    if (node.tag().equals("documentation")) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    var attributes = node.xml().getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      texts.add(attributes.item(i).getNodeValue());
    }
    if (node.all("*").isEmpty()) {
      texts.add(node.text());
    }
    return texts;
  }
}
