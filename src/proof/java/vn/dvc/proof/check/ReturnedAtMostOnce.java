package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * I14: no more is given back of an original than was taken, by our tables and by the banks'
 * ledgers. Both are checked because a bank that adds up would hide an excess in our tables.
 */
final class ReturnedAtMostOnce implements Invariant {

  @Override
  public String name() {
    return "I14";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    returns(evidence)
        .forEach(
            (original, amount) -> {
              var taken = taken(evidence, original);
              if (amount > taken) {
                found.add(
                    broken(
                        "",
                        "by our tables %d dong are given back of %s, of %d",
                        amount,
                        original,
                        taken));
              }
            });
    for (var attempt : evidence.tables().attempts()) {
      var taken = evidence.moved(attempt.ref(), "DEBIT");
      if (evidence.givenBack(attempt.ref()) > taken) {
        found.add(
            broken(
                evidence.paymentOf(attempt.ref()),
                "the bank gave %d dong back of attempt %s, of %d",
                evidence.givenBack(attempt.ref()),
                attempt.ref(),
                taken));
      }
    }
    for (var collection : evidence.tables().collections()) {
      if (evidence.givenBack(collection) > collection.amount()) {
        found.add(
            broken(
                collection.payment(),
                "the bank gave %d dong back of collection %s, of %d",
                evidence.givenBack(collection),
                collection.reference(),
                collection.amount()));
      }
    }
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    return List.of();
  }

  private static Map<Original, Long> returns(JudgeEvidence evidence) {
    return evidence.tables().reversals().stream()
        .filter(it -> !it.isRefused() && !it.isOfAFurtherBooking())
        .collect(
            Collectors.groupingBy(
                it -> new Original(it.bank(), it.original(), it.collection()),
                Collectors.summingLong(Tables.Reversal::amount)));
  }

  /**
   * By our own rows, which the banks' books may not show yet because these are read first. What is
   * known only from a statement is in none of our rows: there the bank's word counts.
   */
  private static long taken(JudgeEvidence evidence, Original original) {
    if (original.attempt() != null) {
      var known = evidence.index().attempts().get(original.attempt());
      return known == null ? evidence.moved(original.attempt(), "DEBIT") : known.amount();
    }
    return evidence.tables().collections().stream()
        .filter(it -> it.bank().equals(original.bank()))
        .filter(it -> it.reference().equals(original.collection()))
        .mapToLong(Tables.Collection::amount)
        .findFirst()
        .orElseGet(() -> collected(evidence, original));
  }

  private static long collected(JudgeEvidence evidence, Original original) {
    return evidence.bank().movements().stream()
        .filter(it -> it.kind().equals("COLLECTION"))
        .filter(it -> it.bank().equals(original.bank()))
        .filter(it -> original.collection().equals(it.collection()))
        .mapToLong(BankEvidence.Movement::amount)
        .sum();
  }

  private record Original(String bank, UUID attempt, String collection) {
    @Override
    public String toString() {
      return attempt == null ? "collection " + collection : "attempt " + attempt;
    }
  }
}
