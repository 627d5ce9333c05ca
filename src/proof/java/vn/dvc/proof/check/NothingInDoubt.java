package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/** I5: nothing stays unknown, unless two persons have a case about it. */
final class NothingInDoubt implements Invariant {

  @Override
  public String name() {
    return "I5";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var attempt : evidence.tables().attempts()) {
      if (attempt.isUnknown() && !hasCase(evidence, attempt)) {
        found.add(
            broken(
                evidence.paymentOf(attempt.ref()),
                "attempt %s is %s and no case is open for it",
                attempt.ref(),
                attempt.state()));
      }
    }
    for (var call : evidence.tables().calls()) {
      var attempt = evidence.index().attempts().get(call.attempt());
      if (isInDoubt(call) && !hasCase(evidence, attempt)) {
        found.add(
            broken(
                evidence.paymentOf(call.attempt()),
                "%s %s is %s and no case is open for it",
                call.operation(),
                call.ref(),
                call.state()));
      }
    }
    return found;
  }

  /**
   * Inquiries and their answers decide nothing by themselves. Neither does a tombstone, whose
   * answer matters only while its attempt is unknown, which is checked separately.
   */
  private static boolean isInDoubt(Tables.Call call) {
    return !List.of("INQUIRY", "ENQUIRY", "TOMBSTONE").contains(call.operation())
        && (call.state().equals("SENDING") || call.state().equals("UNKNOWN"));
  }

  private static boolean hasCase(JudgeEvidence evidence, Tables.Attempt attempt) {
    return evidence.hasOpenCase(attempt.ref().toString(), attempt.subject());
  }
}
