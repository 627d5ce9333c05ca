package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/**
 * I17: the books account for what was received. For each collection: what paid, what was given back
 * and what people have yet to decide add up to what was received. For each paid counter payment:
 * what was received, less what was given back, is what it owed.
 */
final class BooksSayWhatCame implements Invariant {

  @Override
  public String name() {
    return "I17";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var collection : evidence.tables().collections()) {
      collection(evidence, collection, found);
    }
    for (var payment : evidence.tables().payments()) {
      if (payment.method().equals("COUNTER") && payment.wasPaid()) {
        paid(evidence, payment, found);
      }
    }
    return found;
  }

  private void collection(
      JudgeEvidence evidence, Tables.Collection collection, List<Violation> found) {
    var back = evidence.givenBack(collection);
    var booked = returned(evidence, collection);
    if (back != booked) {
      found.add(
          broken(
              collection.payment(),
              "of collection %s the bank gave %d dong back, our tables say %d",
              collection.reference(),
              back,
              booked));
    }
    var left = collection.amount() - evidence.goingBack(collection);
    if (left != 0 && !collection.pays() && !isLookedAfter(evidence, collection)) {
      found.add(
          broken(
              collection.payment(),
              "%d dong of collection %s, which is %s, are unaccounted for",
              left,
              collection.reference(),
              collection.state()));
    }
  }

  private void paid(JudgeEvidence evidence, Tables.Payment payment, List<Violation> found) {
    var kept = evidence.kept(payment.id());
    if (kept != payment.amount() && !evidence.hasOpenCase(payment.id())) {
      found.add(
          broken(
              payment.id(),
              "is paid and owed %d dong, but %d of what was received was kept for it",
              payment.amount(),
              kept));
    }
  }

  /** By our tables: what is back with the payer through the bank. */
  private static long returned(JudgeEvidence evidence, Tables.Collection collection) {
    return evidence.tables().reversals().stream()
        .filter(it -> it.isOf(collection) && it.isDone())
        .mapToLong(Tables.Reversal::amount)
        .sum();
  }

  /** By people, or held for a payment that waits for the rest. */
  private static boolean isLookedAfter(JudgeEvidence evidence, Tables.Collection collection) {
    var payment = evidence.payment(collection.payment());
    return evidence.hasOpenCase(collection.id().toString(), collection.payment())
        || collection.state().equals("HELD") && payment != null && !payment.isFinished()
        || evidence.tables().reversals().stream()
            .anyMatch(it -> it.isOf(collection) && evidence.hasOpenCase(it.id()));
  }
}
