package vn.dvc.pay.engine.wiring;

/** Rules over all models, tables and forms together; each package of them is one bean. */
@FunctionalInterface
public interface Rules {
  void check(Models all, ModelFaults faults);
}
