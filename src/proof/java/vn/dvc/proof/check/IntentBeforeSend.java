package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** I3: whatever a bank received was in our table before. */
final class IntentBeforeSend implements Invariant {

  @Override
  public String name() {
    return "I3";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var calls =
        evidence.tables().calls().stream()
            .collect(Collectors.toMap(Tables.Call::ref, Function.identity()));
    var found = new ArrayList<Violation>();
    for (var request : evidence.bank().requests()) {
      if (request.call() == null || request.operation().equals("statement")) {
        continue;
      }
      var call = calls.get(request.call());
      var payment = request.attempt() == null ? null : evidence.paymentOf(request.attempt());
      if (call == null) {
        found.add(
            broken(
                payment,
                "the bank received %s %s, which we had never recorded",
                request.operation(),
                request.call()));
      } else if (call.prepared().isAfter(request.at())) {
        found.add(
            broken(
                payment,
                "the bank received %s at %s, we recorded it at %s",
                request.operation(),
                request.at(),
                call.prepared()));
      } else if (call.state().equals("CREATED")) {
        found.add(
            broken(
                payment,
                "the bank received %s %s, which nobody had claimed",
                request.operation(),
                request.call()));
      }
    }
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    return List.of();
  }
}
