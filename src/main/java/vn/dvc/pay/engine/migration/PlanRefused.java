package vn.dvc.pay.engine.migration;

import java.util.List;

/** The engine does not take the plan. */
public class PlanRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> why;

  PlanRefused(List<String> why) {
    super("The plan does not fit the models", null, false, false);
    this.why = List.copyOf(why);
  }

  /** In the engine's words, which name the elements. */
  public List<String> why() {
    return why;
  }
}
