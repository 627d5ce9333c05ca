package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** I10: one collection pays an instruction, not after its last day, under one and the same code. */
final class InstructionPaidOnce implements Invariant {

  @Override
  public String name() {
    return "I10";
  }

  @Override
  public List<Violation> atAnyMoment(Evidence evidence) {
    var found = new ArrayList<Violation>();
    for (var instruction : evidence.tables().instructions()) {
      var paying =
          evidence.collectionsOf(instruction.payment()).stream()
              .filter(Tables.Collection::pays)
              .toList();
      if (paying.size() > 1) {
        found.add(
            broken(
                instruction.payment(),
                "code %s was paid %d times",
                instruction.code(),
                paying.size()));
      }
      for (var collection : paying) {
        if (collection.state().equals("BOUND")
            && collection.at().isAfter(instruction.validUntil())) {
          found.add(
              broken(
                  instruction.payment(),
                  "was paid by itself after code %s had expired",
                  instruction.code()));
        }
      }
    }
    evidence.outside().clients().stream()
        .filter(it -> it.code() != null && it.payment() != null)
        .collect(
            Collectors.groupingBy(
                Outside.Said::payment, Collectors.mapping(Outside.Said::code, Collectors.toSet())))
        .forEach(
            (payment, codes) -> {
              if (codes.size() > 1) {
                found.add(broken(payment, "had the codes %s", codes));
              }
            });
    return found;
  }

  @Override
  public List<Violation> atRest(Evidence evidence) {
    return List.of();
  }
}
