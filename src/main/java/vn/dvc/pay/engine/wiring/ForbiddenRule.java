package vn.dvc.pay.engine.wiring;

import java.util.List;

/** A model uses step beans and parties only: it contains no code and refers to no class. */
class ForbiddenRule implements Rule {

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (String tag : List.of("scriptTask", "script")) {
      for (Node node : model.root().all(tag)) {
        faults.add(model.file(), node.place(), "holds a script; scripts are not allowed");
      }
    }
    for (String tag : List.of("executionListener", "taskListener", "connector")) {
      for (Node node : model.root().all(tag)) {
        faults.add(model.file(), node.place(), "has a camunda:" + tag + ", which is not allowed");
      }
    }
    for (Node node : model.root().all("*")) {
      for (String attribute : List.of("class", "delegateExpression")) {
        if (!node.camunda(attribute).isEmpty()) {
          faults.add(
              model.file(), node.place(), "has camunda:" + attribute + ", which is not allowed");
        }
      }
      if (!node.get("language").isEmpty() && node.tag().endsWith("xpression")) {
        faults.add(
            model.file(),
            node.place(),
            "has an expression in " + node.get("language") + "; scripts are not allowed");
      }
    }
  }
}
