package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/** I1: of a payment's money the banks hold nothing, or exactly what it owes, never more. */
final class TakenAtMostOnce implements Invariant {

  @Override
  public String name() {
    return "I1";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var attempt : evidence.tables().attempts()) {
      var debits =
          evidence.movementsOf(attempt.ref()).stream()
              .filter(it -> it.kind().equals("DEBIT"))
              .count();
      if (debits > 1) {
        found.add(
            broken(
                evidence.paymentOf(attempt.ref()),
                "attempt %s was debited %d times",
                attempt.ref(),
                debits));
      }
    }
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var payment : evidence.tables().payments()) {
      var held = evidence.held(payment.id());
      var due = due(evidence, payment);
      if (held != 0
          && held != due
          && held != evidence.keptFor(payment)
          && !evidence.hasOpenCase(payment.id())) {
        found.add(
            broken(
                payment.id(), "the banks hold %d dong of it, but it should be 0 or %d", held, due));
      }
    }
    for (var movement : evidence.bank().movements()) {
      if (movement.kind().equals("DEBIT") && evidence.paymentOf(movement.attempt()) == null) {
        found.add(
            broken(
                movement.attempt().toString(),
                "the bank debited %d dong for an attempt that we do not know",
                movement.amount()));
      }
    }
    return found;
  }

  /** The sum of its lines less what was refunded; anything above that was never owed. */
  private static long due(JudgeEvidence evidence, Tables.Payment payment) {
    return payment.amount() - evidence.refunded(payment.id(), true);
  }
}
