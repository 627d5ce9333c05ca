package vn.dvc.pay.engine.wiring;

/** One rule that every model must follow. */
@FunctionalInterface
public interface Rule {
  void check(Model model, Models all, ModelFaults faults);
}
