package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * I7: a payment's process has reached the end that the payment has, and none is stuck unnoticed.
 */
final class ProcessAgrees implements Invariant {

  @Override
  public String name() {
    return "I7";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    var instances =
        evidence.engine().instances().stream()
            .collect(Collectors.toMap(Engine.Instance::id, Function.identity()));
    for (var payment : evidence.tables().payments()) {
      var instance = instances.get(payment.instance());
      if (instance == null) {
        found.add(broken(payment.id(), "reads %s, but has no process", payment.status()));
      } else {
        compare(evidence, payment, instance, found);
      }
    }
    for (var stuck : evidence.engine().stuck()) {
      var instance = instances.get(stuck.instance());
      var key = instance == null || instance.key() == null ? "" : instance.key();
      if (!evidence.hasOpenCase(key)) {
        found.add(broken(key, "%s, and no case is open for it", stuck.what()));
      }
    }
    return found;
  }

  private void compare(
      JudgeEvidence evidence,
      Tables.Payment payment,
      Engine.Instance instance,
      List<Violation> found) {
    if (payment.isFinished() && instance.runs()) {
      found.add(broken(payment.id(), "reads %s, but its process still runs", payment.status()));
    } else if (!payment.isFinished() && !instance.runs()) {
      found.add(
          broken(
              payment.id(),
              "reads %s, but its process ended at %s",
              payment.status(),
              instance.end()));
    } else if (payment.isFinished() && !agree(evidence, payment, instance)) {
      found.add(
          broken(
              payment.id(),
              "reads %s, but its process ended at %s",
              payment.status(),
              instance.end()));
    }
  }

  private static boolean agree(
      JudgeEvidence evidence, Tables.Payment payment, Engine.Instance instance) {
    if (payment.wasPaid()) {
      return "paid".equals(instance.end()) || wasTakenUpAgain(evidence, payment);
    }
    return payment.status().toLowerCase(Locale.ROOT).equals(instance.end());
  }

  /** Money received after the end, which two persons accepted for it. */
  private static boolean wasTakenUpAgain(JudgeEvidence evidence, Tables.Payment payment) {
    return evidence.tables().cases().stream()
        .anyMatch(it -> payment.id().equals(it.payment()) && it.wasDecidedByTwo());
  }
}
