package vn.dvc.pay.engine.wiring.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/** A process waits for exactly the messages that the program sends it. */
class MessagesRule implements Rule {
  private final StepBeans steps;

  MessagesRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    var names =
        model.root().children("message").stream()
            .collect(Collectors.toMap(Node::id, m -> m.get("name"), (a, b) -> a));
    for (var process : model.root().children("process")) {
      var declared = declared(steps, process.id());
      Set<String> awaited = new HashSet<>();
      Stream.of("messageEventDefinition", "receiveTask")
          .flatMap(tag -> process.all(tag).stream())
          .forEach(
              waiting -> {
                var name = names.getOrDefault(waiting.get("messageRef"), "");
                awaited.add(name);
                if (!name.isEmpty() && !declared.contains(name)) {
                  var place = waiting.tag().equals("receiveTask") ? waiting.id() : event(waiting);
                  faults.add(model.file(), place, "message-unsent", name, declared);
                }
              });
      declared.stream()
          .filter(name -> !awaited.contains(name))
          .forEach(name -> faults.add(model.file(), process.id(), "message-unheard", name));
    }
    names.forEach(
        (id, name) -> {
          if (Stream.of("messageEventDefinition", "receiveTask")
              .flatMap(tag -> model.root().all(tag).stream())
              .noneMatch(waiting -> waiting.get("messageRef").equals(id))) {
            faults.add(model.file(), id, "message-idle", name);
          }
        });
  }

  static Set<String> declared(StepBeans steps, String process) {
    return steps
        .type(StepBeans.beanOf(process))
        .map(type -> type.getAnnotation(ProcessSteps.class))
        .map(declared -> new TreeSet<>(List.of(declared.messages())))
        .orElseGet(TreeSet::new);
  }

  private static String event(Node definition) {
    return definition.parent().map(Node::id).orElse("");
  }
}
