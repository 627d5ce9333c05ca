package vn.dvc.proof.check;

import java.util.List;

/** One of the promises; each finds where it is violated. */
interface Invariant {

  /** I1 to I17. */
  String name();

  /** The part that holds at every moment; empty for most invariants. */
  default List<Violation> atAnyMoment(JudgeEvidence evidence) {
    return List.of();
  }

  /** The part that holds once everything has come to rest. */
  List<Violation> atRest(JudgeEvidence evidence);

  default Violation broken(String payment, String sentence, Object... facts) {
    return new Violation(name(), payment == null ? "" : payment, sentence.formatted(facts));
  }
}
