package vn.dvc.proof.failpoint;

import java.util.function.Consumer;

/**
 * One cell of the fault matrix: what is paid how, what breaks, and the expected end.
 *
 * @param fact the cell as a sentence
 * @param played breaks it, waits for the end, and compares
 */
record Cell(String fact, Consumer<FailpointFixture> played) {
  @Override
  public String toString() {
    return fact;
  }
}
