package vn.dvc.pay.engine.wiring.flow;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Rules;

/** The rules of this package, one after the other. */
@Component
public class FlowRules implements Rules {
  private final List<Rule> rules;

  FlowRules(StepBeans steps) {
    rules =
        List.of(
            new GraphRule(),
            new EventsRule(),
            new WordsRule(steps),
            new MessagesRule(steps),
            new TimersRule(steps),
            new VariablesRule(steps),
            new ResultsRule(steps),
            new CallVariablesRule(steps));
  }

  @Override
  public void check(Models all, ModelFaults faults) {
    for (var model : all.processes()) {
      rules.forEach(rule -> rule.check(model, all, faults));
    }
  }
}
