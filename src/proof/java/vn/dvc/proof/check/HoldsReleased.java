package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * I9: wrong codes take no money, abandoned holds are released, nothing is given back that was not
 * paid.
 */
final class HoldsReleased implements Invariant {

  @Override
  public String name() {
    return "I9";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var taken =
        evidence.bank().movements().stream()
            .filter(it -> it.kind().equals("DEBIT") || it.kind().equals("COLLECTION"))
            .collect(
                Collectors.toMap(
                    it ->
                        it.attempt() != null
                            ? it.attempt().toString()
                            : it.bank() + it.collection(),
                    BankEvidence.Movement::amount,
                    Long::sum));
    var found = new ArrayList<Violation>();
    evidence
        .index()
        .givenBack()
        .forEach(
            (original, amount) -> {
              var was = taken.getOrDefault(original, 0L);
              if (amount > was) {
                found.add(
                    broken(
                        original, "%d dong of it were given back, but only %d taken", amount, was));
              }
            });
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var payment : evidence.tables().payments()) {
      if (!payment.isFinished()) {
        continue;
      }
      for (var attempt : evidence.attemptsOf(payment.id())) {
        var hold = evidence.moved(attempt.ref(), "HOLD");
        // A capture replaces the hold; a debit of an account never held anything.
        var stillHeld =
            hold == 0
                ? 0
                : hold
                    - evidence.moved(attempt.ref(), "VOID")
                    - evidence.moved(attempt.ref(), "DEBIT");
        if (stillHeld != 0) {
          found.add(
              broken(
                  payment.id(),
                  "reads %s, and the bank still holds %d dong for attempt %s",
                  payment.status(),
                  stillHeld,
                  attempt.ref()));
        }
      }
      if ("otp-tries-used".equals(payment.reason()) && evidence.held(payment.id()) != 0) {
        found.add(broken(payment.id(), "had too many wrong codes, but was debited"));
      }
    }
    return found;
  }
}
