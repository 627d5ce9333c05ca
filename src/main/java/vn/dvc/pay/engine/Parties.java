package vn.dvc.pay.engine;

import java.util.List;

/**
 * Published as a bean by each room that serves external tasks, so that the task inbox knows whom it
 * works for and the wiring check whom the models may name.
 */
@FunctionalInterface
public interface Parties {
  List<Party> parties();
}
