package vn.dvc.pay.engine;

import java.util.List;

/**
 * Contributed as a bean by each module that serves external tasks, so that the worker knows what to
 * fetch and the wiring check which topics models may use.
 */
@FunctionalInterface
public interface Parties {
  List<Party> parties();
}
