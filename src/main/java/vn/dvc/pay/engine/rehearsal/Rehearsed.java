package vn.dvc.pay.engine.rehearsal;

import java.util.List;

/**
 * How a process went on its own.
 *
 * @param walks from its start, most of them to an end
 * @param passed how many of its elements were passed
 * @param ends the end events that were reached, by name
 * @param notPassed elements that no walk came to, by name
 * @param stopped where the engine itself could not go on, and why
 */
public record Rehearsed(
    String process,
    int walks,
    int passed,
    List<String> ends,
    List<String> notPassed,
    List<String> stopped) {

  public boolean wentWell() {
    return stopped.isEmpty() && !ends.isEmpty();
  }
}
