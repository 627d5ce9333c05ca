package vn.dvc.pay.engine.wiring.elements;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/**
 * Everything a model refers to exists: forms, tables, called processes, messages, first tasks of
 * two persons.
 */
class ReferencesRule implements Rule {

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    Node root = model.root();
    for (Node task : root.all("userTask")) {
      form(model, task, all, faults);
    }
    for (Node task : root.all("businessRuleTask")) {
      String table = task.camunda("decisionRef");
      if (!table.isEmpty() && !all.decisions().contains(table)) {
        faults.add(model.file(), task.id(), "no-table", table);
      }
    }
    for (Node call : root.all("callActivity")) {
      String called = call.get("calledElement");
      if (all.process(called).isEmpty()) {
        faults.add(model.file(), call.id(), "no-process", called);
      }
      Stream.concat(call.all("in").stream(), call.all("out").stream())
          .filter(mapping -> !mapping.get("variables").isEmpty())
          .forEach(m -> faults.add(model.file(), call.id(), "passes-all"));
    }
    messages(model, faults);
  }

  private static void form(Model model, Node task, Models all, ModelFaults faults) {
    String form = task.camunda("formRef");
    if (!task.camunda("formKey").isEmpty()) {
      faults.add(model.file(), task.id(), "form-key");
    }
    if (form.isEmpty()) {
      faults.add(model.file(), task.id(), "task-without-form");
      return;
    }
    if (all.forms().keySet().stream().noneMatch(named(form))) {
      faults.add(model.file(), task.id(), "no-form", form);
    }
    if (!"deployment".equals(task.camunda("formRefBinding"))) {
      faults.add(model.file(), task.id(), "form-binding", form);
    }
  }

  /**
   * Part of a form's name may be chosen at run time; then at least one matching form must exist.
   */
  private static Predicate<String> named(String form) {
    return Pattern.compile(
            Stream.of(form.split("\\$\\{[^}]*}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+")))
        .asMatchPredicate();
  }

  private static void messages(Model model, ModelFaults faults) {
    Set<String> named =
        model.root().children("message").stream()
            .filter(message -> !message.get("name").isBlank())
            .map(Node::id)
            .collect(Collectors.toSet());
    Stream.concat(
            model.root().all("messageEventDefinition").stream(),
            model.root().all("receiveTask").stream())
        .filter(node -> !named.contains(node.get("messageRef")))
        .forEach(
            node ->
                faults.add(
                    model.file(),
                    "receiveTask".equals(node.tag())
                        ? node.id()
                        : node.parent().map(Node::id).orElse(""),
                    "nameless-message"));
  }
}
