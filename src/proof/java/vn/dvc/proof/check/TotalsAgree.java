package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;

/** I11: the banks' total and ours are equal; each difference is a case for two persons. */
final class TotalsAgree implements Invariant {

  @Override
  public String name() {
    return "I11";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    collections(evidence, found);
    statements(evidence, found);
    var bank = atTheBanks(evidence);
    var ours = byOurTables(evidence);
    if (bank != ours) {
      found.add(broken("", "the banks hold %d dong for us, our tables say %d", bank, ours));
    }
    return found;
  }

  private void collections(JudgeEvidence evidence, List<Violation> found) {
    for (var movement : evidence.bank().movements()) {
      if (movement.kind().equals("COLLECTION")
          && evidence.tables().collections().stream()
              .noneMatch(
                  it ->
                      it.bank().equals(movement.bank())
                          && it.reference().equals(movement.collection())
                          && it.amount() == movement.amount())) {
        found.add(
            broken(
                "",
                "collection %s of %d dong is in none of our tables",
                movement.collection(),
                movement.amount()));
      }
    }
    for (var collection : evidence.tables().collections()) {
      if (collection.state().equals("UNDECIDED")
          && !evidence.hasOpenCase(collection.id().toString())) {
        found.add(
            broken(
                collection.payment(),
                "collection %s is undecided and no case is open for it",
                collection.reference()));
      }
    }
  }

  /** Where statements were imported: their total, and a case for each line that does not match. */
  private void statements(JudgeEvidence evidence, List<Violation> found) {
    var booked = evidence.tables().statements();
    if (booked.isEmpty()) {
      return;
    }
    var total = booked.stream().mapToLong(it -> it.credit() ? it.amount() : -it.amount()).sum();
    if (total != atTheBanks(evidence)) {
      found.add(
          broken("", "the statements list %d dong, the ledgers %d", total, atTheBanks(evidence)));
    }
    for (var line : booked) {
      if (!"MATCHED".equals(line.kind())
          && evidence.tables().differences().stream()
              .noneMatch(
                  it ->
                      it.bank().equals(line.bank())
                          && it.line() == line.line()
                          && it.file() != null)) {
        found.add(
            broken(
                "",
                "line %d of bank %s (%s, %d dong) is %s, and there is no case",
                line.line(),
                line.bank(),
                line.reference(),
                line.amount(),
                line.kind()));
      }
    }
    for (var difference : evidence.tables().differences()) {
      if (difference.isOpen() && difference.file() == null) {
        found.add(
            broken(
                "",
                "a difference %s at bank %s has no case",
                difference.kind(),
                difference.bank()));
      }
    }
  }

  private static long atTheBanks(JudgeEvidence evidence) {
    return evidence.bank().movements().stream()
        .mapToLong(
            it ->
                switch (it.kind()) {
                  case "DEBIT", "COLLECTION" -> it.amount();
                  case "REVERSAL" -> -it.amount();
                  default -> 0;
                })
        .sum();
  }

  private static long byOurTables(JudgeEvidence evidence) {
    var attempts =
        evidence.tables().attempts().stream()
            .filter(it -> evidence.payment(it.subject()) != null)
            .mapToLong(it -> amountOf(evidence, it))
            .sum();
    var collected =
        evidence.tables().collections().stream().mapToLong(Tables.Collection::amount).sum();
    var givenBack =
        evidence.tables().reversals().stream()
            .filter(it -> it.state().equals("DONE"))
            .mapToLong(Tables.Reversal::amount)
            .sum();
    return attempts + collected - givenBack;
  }

  /**
   * What an attempt took; while it is unknown and two persons have a case, the bank's word counts.
   */
  private static long amountOf(JudgeEvidence evidence, Tables.Attempt attempt) {
    var taken = attempt.state().equals("DEBITED") || attempt.state().equals("REVERSED");
    var withPersons = evidence.hasOpenCase(attempt.ref().toString(), attempt.subject());
    return taken ? attempt.amount() : withPersons ? evidence.moved(attempt.ref(), "DEBIT") : 0;
  }
}
