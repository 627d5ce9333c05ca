package vn.dvc.sandbox.bank.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A newest-first copy of rows that were written oldest first. */
final class Newest {

  private Newest() {}

  static <T> List<T> first(Collection<T> oldestFirst) {
    List<T> rows = new ArrayList<>(oldestFirst);
    Collections.reverse(rows);
    return rows;
  }
}
