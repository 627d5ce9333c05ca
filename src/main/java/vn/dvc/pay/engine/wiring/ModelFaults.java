package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.List;

/** The models' faults, one sentence each: which file, which element, what is missing. */
class ModelFaults {
  private final List<String> sentences = new ArrayList<>();

  void add(String file, String element, String what) {
    sentences.add(file + (element.isEmpty() ? "" : ", " + element) + ": " + what);
  }

  List<String> sentences() {
    return sentences;
  }
}
