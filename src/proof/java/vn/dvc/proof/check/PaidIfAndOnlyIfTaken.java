package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/** I2: if a payment's money was taken, all of its dossiers are paid; otherwise none of them is. */
final class PaidIfAndOnlyIfTaken implements Invariant {

  @Override
  public String name() {
    return "I2";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var payment : evidence.tables().payments()) {
      if (payment.wasPaid()) {
        found.addAll(paid(evidence, payment));
      } else {
        found.addAll(notPaid(evidence, payment));
      }
    }
    return found;
  }

  private List<Violation> paid(JudgeEvidence evidence, Tables.Payment payment) {
    var found = new ArrayList<Violation>();
    if (!isTaken(evidence, payment)) {
      found.add(
          broken(
              payment.id(),
              "reads %s, but no bank took %d dong for it",
              payment.status(),
              payment.amount()));
    }
    var owed = evidence.linesOf(payment.id()).stream().mapToLong(Tables.Line::amount).sum();
    if (owed != payment.amount()) {
      found.add(
          broken(payment.id(), "is of %d dong, but its lines are of %d", payment.amount(), owed));
    }
    for (var dossier : dossiersOf(evidence, payment)) {
      if (!payment.id().equals(dossier.paidBy())
          || !List.of("PAID", "REFUNDED").contains(dossier.state())) {
        found.add(
            broken(
                payment.id(),
                "is paid, but its dossier %s is %s by %s",
                dossier.code(),
                dossier.state(),
                dossier.paidBy()));
      }
    }
    return found;
  }

  private static boolean isTaken(JudgeEvidence evidence, Tables.Payment payment) {
    if (payment.method().equals("COUNTER")) {
      var paying =
          evidence.collectionsOf(payment.id()).stream().filter(Tables.Collection::pays).toList();
      return !paying.isEmpty()
          && evidence.kept(payment.id()) == payment.amount()
          && paying.stream().allMatch(it -> isAtItsBank(evidence, it));
    }
    return payment.attempt() != null
        && evidence.attemptsOf(payment.id()).stream()
            .anyMatch(it -> it.ref().equals(payment.attempt()))
        && evidence.moved(payment.attempt(), "DEBIT") == payment.amount();
  }

  private static boolean isAtItsBank(JudgeEvidence evidence, Tables.Collection collection) {
    return evidence.bank().movements().stream()
        .anyMatch(
            it ->
                it.kind().equals("COLLECTION")
                    && it.bank().equals(collection.bank())
                    && it.collection().equals(collection.reference())
                    && it.amount() == collection.amount());
  }

  private List<Violation> notPaid(JudgeEvidence evidence, Tables.Payment payment) {
    var found = new ArrayList<Violation>();
    var held = evidence.held(payment.id());
    if (held != 0 && held != evidence.keptFor(payment) && !isInDoubtWithACase(evidence, payment)) {
      found.add(
          broken(
              payment.id(), "reads %s, but the banks hold %d dong of it", payment.status(), held));
    }
    for (var dossier : dossiersOf(evidence, payment)) {
      if (payment.id().equals(dossier.paidBy())) {
        found.add(
            broken(
                payment.id(),
                "reads %s, but its dossier %s says that it paid",
                payment.status(),
                dossier.code()));
      }
    }
    return found;
  }

  private static boolean isInDoubtWithACase(JudgeEvidence evidence, Tables.Payment payment) {
    return evidence.hasOpenCase(payment.id());
  }

  private static List<Tables.Dossier> dossiersOf(JudgeEvidence evidence, Tables.Payment payment) {
    var codes = evidence.linesOf(payment.id()).stream().map(Tables.Line::dossier).toList();
    return evidence.tables().dossiers().stream().filter(it -> codes.contains(it.code())).toList();
  }
}
