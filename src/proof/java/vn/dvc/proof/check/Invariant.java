package vn.dvc.proof.check;

import java.util.List;

/** One of the promises; each says which and finds out where it is broken. */
interface Invariant {

  /** I1 to I17. */
  String name();

  /** What holds at every moment; of most invariants nothing does. */
  default List<Violation> atAnyMoment(JudgeEvidence evidence) {
    return List.of();
  }

  /** What holds once everything has come to rest. */
  List<Violation> atRest(JudgeEvidence evidence);

  default Violation broken(String payment, String sentence, Object... facts) {
    return new Violation(name(), payment == null ? "" : payment, sentence.formatted(facts));
  }
}
