package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.List;

/** The faults found so far. */
public class ModelFaults {
  private final List<ModelFault> found = new ArrayList<>();

  public void add(String file, String place, String code, Object... facts) {
    var fault = new ModelFault(file, place, code, List.of(facts));
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  List<ModelFault> all() {
    return List.copyOf(found);
  }
}
