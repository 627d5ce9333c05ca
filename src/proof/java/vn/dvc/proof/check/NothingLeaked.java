package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/** I12: the audit trail is intact, and no card number or code is anywhere it must not be. */
final class NothingLeaked implements Invariant {

  @Override
  public String name() {
    return "I12";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    evidence.tables().audit().forEach(why -> found.add(broken("", "the audit trail: %s", why)));
    evidence.leaks().forEach(where -> found.add(broken("", "a secret was found in %s", where)));
    return found;
  }
}
