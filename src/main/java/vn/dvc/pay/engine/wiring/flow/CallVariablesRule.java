package vn.dvc.pay.engine.wiring.flow;

import java.util.Set;
import java.util.TreeSet;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/** A called process is given what the program would give it: its variables and its business key. */
class CallVariablesRule implements Rule {
  private final StepBeans steps;

  CallVariablesRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var process : model.root().children("process")) {
      var known = new VariablesRule(steps).known(process);
      for (var call : process.all("callActivity")) {
        call(model, call, known, faults);
      }
    }
  }

  private void call(Model model, Node call, Set<String> known, ModelFaults faults) {
    var called = call.get("calledElement");
    var wanted = VariablesRule.declared(steps, called);
    Set<String> given = new TreeSet<>();
    boolean key = false;
    for (var in : call.all("in")) {
      if (!in.get("businessKey").isEmpty()) {
        key = true;
        continue;
      }
      given.add(in.get("target"));
      if (!in.get("source").isEmpty() && !known.contains(in.get("source"))) {
        faults.add(model.file(), call.id(), "variable-unknown", in.get("source"), known);
      }
      if (in.get("source").isEmpty() == in.get("sourceExpression").isEmpty()) {
        faults.add(model.file(), call.id(), "passed-unclear", in.get("target"));
      }
    }
    for (var name : wanted) {
      if (!given.contains(name)) {
        faults.add(model.file(), call.id(), "not-passed", name, called);
      }
    }
    for (var name : given) {
      if (!wanted.contains(name)) {
        faults.add(model.file(), call.id(), "passed-unknown", name, called, wanted);
      }
    }
    if (!key && !MessagesRule.declared(steps, called).isEmpty()) {
      faults.add(model.file(), call.id(), "no-business-key", called);
    }
  }
}
