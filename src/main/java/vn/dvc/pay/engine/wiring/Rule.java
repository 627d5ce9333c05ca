package vn.dvc.pay.engine.wiring;

/** One thing that every model must keep. */
@FunctionalInterface
interface Rule {
  void check(Model model, Models all, ModelFaults faults);
}
