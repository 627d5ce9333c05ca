package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * I16: where a bank's ledger or its certain answer disagrees with what we hold for certain, there
 * is a case for people, or the money is being given back.
 */
final class ContradictionsAreRead implements Invariant {
  private static final Set<String> MOVED = Set.of("DEBITED", "CAPTURED", "REVERSED");

  @Override
  public String name() {
    return "I16";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var attempt : evidence.tables().attempts()) {
      var payment = evidence.paymentOf(attempt.ref());
      if (attempt.amount() == 0 || !attempt.isFinal() || isRead(evidence, attempt)) {
        continue;
      }
      var weSayMoved = MOVED.contains(attempt.state());
      var ledger = moved(evidence, attempt);
      if (weSayMoved != ledger > 0) {
        found.add(
            broken(
                payment,
                "attempt %s is %s, but the bank's ledger has %d dong of it, and nothing is done about it",
                attempt.ref(),
                attempt.state(),
                ledger));
      }
      if (!weSayMoved && wasToldMoved(evidence, attempt)) {
        found.add(
            broken(
                payment,
                "attempt %s is %s, but its bank answered otherwise, and nothing is done about it",
                attempt.ref(),
                attempt.state()));
      }
    }
    return found;
  }

  private static long moved(JudgeEvidence evidence, Tables.Attempt attempt) {
    return evidence.moved(attempt.ref(), isAReversals(evidence, attempt) ? "REVERSAL" : "DEBIT");
  }

  private static boolean wasToldMoved(JudgeEvidence evidence, Tables.Attempt attempt) {
    return evidence.tables().calls().stream()
        .anyMatch(
            it ->
                it.attempt().equals(attempt.ref())
                    && it.state().equals("APPROVED")
                    && it.told() != null
                    && MOVED.contains(it.told()));
  }

  private static boolean isRead(JudgeEvidence evidence, Tables.Attempt attempt) {
    var payment = evidence.paymentOf(attempt.ref());
    return evidence.hasOpenCase(attempt.ref().toString(), attempt.subject(), payment)
        || wentBack(evidence, attempt)
        || isLookedInto(evidence, attempt)
        || isAReversals(evidence, attempt) && wasReturnedOtherwise(evidence, attempt)
        || evidence.tables().cases().stream()
            .anyMatch(
                it ->
                    (it.kind().startsWith("statement-") || it.kind().equals("bank-contradiction"))
                        && it.wasDecidedByTwo()
                        && payment != null
                        && payment.equals(it.payment()));
  }

  /** Everything the bank took for it is back, or on its way. */
  private static boolean wentBack(JudgeEvidence evidence, Tables.Attempt attempt) {
    var taken = evidence.moved(attempt.ref(), "DEBIT");
    return taken > 0
        && evidence.tables().reversals().stream()
                .filter(it -> attempt.ref().equals(it.original()) && !it.isRefused())
                .mapToLong(Tables.Reversal::amount)
                .sum()
            == taken;
  }

  private static boolean isLookedInto(JudgeEvidence evidence, Tables.Attempt attempt) {
    return evidence.engine().instances().stream()
        .anyMatch(
            it ->
                it.process().equals("late-success")
                    && it.runs()
                    && attempt.ref().toString().equals(it.key()));
  }

  private static boolean isAReversals(JudgeEvidence evidence, Tables.Attempt attempt) {
    return evidence.index().reversals().containsKey(attempt.subject());
  }

  private static boolean wasReturnedOtherwise(JudgeEvidence evidence, Tables.Attempt attempt) {
    return evidence.index().reversals().get(attempt.subject()).state().equals("RETURNED_OTHERWISE");
  }
}
