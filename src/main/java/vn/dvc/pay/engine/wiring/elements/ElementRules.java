package vn.dvc.pay.engine.wiring.elements;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Rules;
import vn.dvc.pay.engine.worker.ServedParties;

/** The rules of this package, one after the other, and that no step is left without a model. */
@Component
@Order(0)
public class ElementRules implements Rules {
  private final StepBeans steps;
  private final ServedParties parties;

  ElementRules(StepBeans steps, ServedParties parties) {
    this.steps = steps;
    this.parties = parties;
  }

  @Override
  public void check(Models all, ModelFaults faults) {
    Set<String> used = new TreeSet<>();
    List<Rule> rules =
        List.of(
            new VocabularyRule(),
            new CallsRule(steps, parties.all(), used),
            new ExpressionsRule(steps, used),
            new ReferencesRule(),
            new RoomsRule(steps),
            new FlowRule(),
            new ForbiddenRule(),
            new NamesRule());
    for (var model : all.processes()) {
      rules.forEach(rule -> rule.check(model, all, faults));
    }
    all.stepBeans().forEach((bean, file) -> unused(bean, file, used, faults));
  }

  private void unused(String bean, String file, Set<String> used, ModelFaults faults) {
    steps.methods(bean).stream()
        .map(method -> bean + "." + method.getName())
        .filter(method -> !used.contains(method))
        .forEach(method -> faults.add(file, "", "unused", method));
  }
}
