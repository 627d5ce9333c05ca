package vn.dvc.pay.engine.release;

import java.util.List;

/**
 * What a new file changes in the one that runs.
 *
 * @param changes by element, row or field
 */
public record ModelDifference(String file, List<Change> changes) {

  /** What became of an element. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * @param element its id in the model
   * @param name as the model names it, or its id
   * @param parts what changed of it; of an added or removed one all that it says
   */
  public record Change(Kind kind, String element, String name, List<Part> parts) {}

  /**
   * @param what an attribute, a column, a property
   * @param before empty if it was not there
   * @param after empty if it is no longer there
   */
  public record Part(String what, String before, String after) {}
}
