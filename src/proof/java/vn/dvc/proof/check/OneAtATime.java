package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** I6: a dossier is in one payment, and a payment makes one attempt, in one process, per key. */
final class OneAtATime implements Invariant {

  @Override
  public String name() {
    return "I6";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    found.addAll(livePayments(evidence));
    found.addAll(openAttempts(evidence));
    found.addAll(processes(evidence));
    found.addAll(keys(evidence));
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    return List.of();
  }

  private List<Violation> livePayments(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    var held = new HashMap<String, String>();
    for (var payment : evidence.tables().payments()) {
      if (payment.isFinished()) {
        continue;
      }
      var codes =
          evidence.linesOf(payment.id()).stream().map(Tables.Line::dossier).distinct().toList();
      for (var code : codes) {
        var other = held.put(code, payment.id());
        if (other != null) {
          found.add(broken(payment.id(), "and %s both reserve dossier %s", other, code));
        }
      }
    }
    evidence.tables().lives().stream()
        .collect(Collectors.groupingBy(Tables.Live::dossier))
        .forEach(
            (dossier, locks) -> {
              if (locks.size() > 1) {
                found.add(
                    broken(
                        locks.get(0).payment(),
                        "dossier %s has %d reservations",
                        dossier,
                        locks.size()));
              }
            });
    return found;
  }

  private List<Violation> openAttempts(JudgeEvidence evidence) {
    return evidence.tables().payments().stream()
        .filter(
            payment ->
                evidence.attemptsOf(payment.id()).stream().filter(it -> !it.isFinal()).count() > 1)
        .map(payment -> broken(payment.id(), "makes more than one attempt at a time"))
        .toList();
  }

  private List<Violation> processes(JudgeEvidence evidence) {
    return evidence.engine().instances().stream()
        .filter(Engine.Instance::isAPayments)
        .collect(Collectors.groupingBy(Engine.Instance::key))
        .entrySet()
        .stream()
        .filter(it -> it.getValue().size() > 1)
        .map(it -> broken(it.getKey(), "runs in %d processes", it.getValue().size()))
        .toList();
  }

  private List<Violation> keys(JudgeEvidence evidence) {
    return evidence.outside().clients().stream()
        .filter(it -> it.type().equals("ok") && it.key() != null && it.payment() != null)
        .collect(
            Collectors.groupingBy(
                Outside.Said::key, Collectors.mapping(Outside.Said::payment, Collectors.toSet())))
        .entrySet()
        .stream()
        .filter(it -> it.getValue().size() > 1)
        .map(
            it ->
                broken(
                    it.getValue().iterator().next(),
                    "key %s started %d payments",
                    it.getKey(),
                    it.getValue().size()))
        .toList();
  }
}
