package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/**
 * I17: the books say what was received. Of each collection: what paid, what went back and what lies
 * before people is together what came in. Of each paid counter payment: what came in, less what
 * went back, is what it owed.
 */
final class BooksSayWhatCame implements Invariant {

  @Override
  public String name() {
    return "I17";
  }

  @Override
  public List<Violation> atRest(Evidence evidence) {
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

  private void collection(Evidence evidence, Tables.Collection collection, List<Violation> found) {
    var back = evidence.givenBack(collection);
    var booked = returned(evidence, collection, true);
    if (back != booked) {
      found.add(
          broken(
              collection.payment(),
              "of collection %s the bank gave %d dong back, our tables say %d",
              collection.reference(),
              back,
              booked));
    }
    var left = collection.amount() - returned(evidence, collection, false);
    if (left != 0 && !collection.pays() && !isBeforePeople(evidence, collection)) {
      found.add(
          broken(
              collection.payment(),
              "%d dong of collection %s, which is %s, are nowhere",
              left,
              collection.reference(),
              collection.state()));
    }
  }

  private void paid(Evidence evidence, Tables.Payment payment, List<Violation> found) {
    var paying =
        evidence.collectionsOf(payment.id()).stream().filter(Tables.Collection::pays).toList();
    var received = paying.stream().mapToLong(Tables.Collection::amount).sum();
    var returned = paying.stream().mapToLong(it -> returned(evidence, it, false)).sum();
    var refunded =
        evidence.tables().refunds().stream()
            .filter(it -> it.payment().equals(payment.id()) && it.reversal() != null)
            .filter(it -> !evidence.index().reversals().get(it.reversal()).isRefused())
            .mapToLong(Tables.Refund::amount)
            .sum();
    var kept = received - returned + refunded;
    if (kept != payment.amount() && !evidence.hasOpenCase(payment.id())) {
      found.add(
          broken(
              payment.id(),
              "is paid and owed %d dong; %d came in, %d went back, %d of that as refunds",
              payment.amount(),
              received,
              returned,
              refunded));
    }
  }

  /** By our tables: what is back with the payer, or also what is on its way to him. */
  private static long returned(
      Evidence evidence, Tables.Collection collection, boolean onlyWhatIsBack) {
    return evidence.tables().reversals().stream()
        .filter(it -> it.isOf(collection) && !it.isRefused())
        .filter(it -> !onlyWhatIsBack || it.isDone())
        .mapToLong(Tables.Reversal::amount)
        .sum();
  }

  private static boolean isBeforePeople(Evidence evidence, Tables.Collection collection) {
    return evidence.hasOpenCase(collection.id().toString(), collection.payment())
        || evidence.tables().reversals().stream()
            .anyMatch(it -> it.isOf(collection) && evidence.hasOpenCase(it.id()));
  }
}
