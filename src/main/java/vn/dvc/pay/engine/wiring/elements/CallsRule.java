package vn.dvc.pay.engine.wiring.elements;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dvc.pay.engine.Party;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Tags;

/** Each external call has a party that serves it and a method that makes it. */
class CallsRule implements Rule {
  private final StepBeans steps;
  private final List<Party> parties;
  private final Set<String> used;

  CallsRule(StepBeans steps, List<Party> parties, Set<String> used) {
    this.steps = steps;
    this.parties = parties;
    this.used = used;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (Node task : model.root().all(Tags.SERVICE_TASKS)) {
      if ("external".equals(task.camunda("type"))) {
        topic(model, task, faults);
        method(model, task, faults);
      } else if (task.camunda("expression").isEmpty() && task.camunda("decisionRef").isEmpty()) {
        faults.add(model.file(), task.id(), "does-nothing");
      }
    }
  }

  private void topic(Model model, Node task, ModelFaults faults) {
    String topic = task.camunda("topic");
    Pattern served =
        Pattern.compile(
            Stream.of(topic.split("\\$\\{[^}]*}", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".+" + b)
                .orElse(""));
    if (topic.startsWith("${")
        || parties.stream().noneMatch(party -> served.matcher(party.topic()).matches())) {
      faults.add(
          model.file(),
          task.id(),
          "topic-unserved",
          topic,
          parties.stream().map(Party::topic).sorted().toList());
    }
  }

  private void method(Model model, Node task, ModelFaults faults) {
    String bean = StepBeans.beanOf(task.process());
    if (!steps.knows(bean)) {
      faults.add(model.file(), task.id(), "no-bean", bean);
      return;
    }
    used.add(bean + "." + task.id());
    var method = steps.call(task.process(), task.id());
    if (method.isEmpty()) {
      faults.add(model.file(), task.id(), "no-call", bean, task.id());
    } else if (!namesKnown(method.get())) {
      faults.add(model.file(), task.id(), "no-parameter-names", method.get());
    }
  }

  private static boolean namesKnown(Method method) {
    return Stream.of(method.getParameters()).allMatch(Parameter::isNamePresent);
  }
}
