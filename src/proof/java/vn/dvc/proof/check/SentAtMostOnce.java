package vn.dvc.proof.check;

import java.util.List;
import java.util.stream.Collectors;

/** I4: no request reaches a bank twice, unless the bank says that the network duplicated it. */
final class SentAtMostOnce implements Invariant {

  @Override
  public String name() {
    return "I4";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var byCall =
        evidence.bank().requests().stream()
            .filter(it -> it.call() != null && !it.operation().equals("inquiry"))
            .filter(it -> !"duplicate".equals(it.fault()))
            .collect(Collectors.groupingBy(BankEvidence.Request::call));
    return byCall.values().stream()
        .filter(received -> received.size() > 1)
        .map(
            received ->
                broken(
                    received.get(0).attempt() == null
                        ? null
                        : evidence.paymentOf(received.get(0).attempt()),
                    "%s %s reached the bank %d times",
                    received.get(0).operation(),
                    received.get(0).call(),
                    received.size()))
        .toList();
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    return List.of();
  }
}
