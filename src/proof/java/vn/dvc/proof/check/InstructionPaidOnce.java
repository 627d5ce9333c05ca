package vn.dvc.proof.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * I10: an instruction is paid once, not after its last day, and under a code of its own payment.
 */
final class InstructionPaidOnce implements Invariant {

  @Override
  public String name() {
    return "I10";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    for (var payment : evidence.tables().payments()) {
      var paying =
          evidence.collectionsOf(payment.id()).stream().filter(Tables.Collection::pays).toList();
      var enough = paying.stream().filter(it -> it.amount() >= payment.amount()).count();
      if (enough > 1) {
        found.add(broken(payment.id(), "was paid %d times", enough));
      }
      var over = lastDay(evidence, payment.id());
      for (var collection : paying) {
        if (collection.state().equals("BOUND") && collection.at().isAfter(over)) {
          found.add(broken(payment.id(), "was paid automatically after its code had expired"));
        }
      }
    }
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    var codes =
        evidence.tables().instructions().stream()
            .collect(
                Collectors.groupingBy(
                    Tables.Instruction::payment,
                    Collectors.mapping(Tables.Instruction::code, Collectors.toSet())));
    evidence.outside().clients().stream()
        .filter(it -> it.code() != null && it.payment() != null)
        .filter(it -> !codes.getOrDefault(it.payment(), Set.of()).contains(it.code()))
        .forEach(
            it ->
                found.add(
                    broken(
                        it.payment(),
                        "was to be paid under code %s, which is not its own",
                        it.code())));
    return found;
  }

  private static Instant lastDay(JudgeEvidence evidence, String payment) {
    return evidence.tables().instructions().stream()
        .filter(it -> it.payment().equals(payment))
        .map(Tables.Instruction::validUntil)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }
}
