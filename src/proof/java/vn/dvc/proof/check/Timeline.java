package vn.dvc.proof.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything known about one payment, in chronological order. */
public final class Timeline {
  private final List<Moment> moments = new ArrayList<>();

  private Timeline() {}

  public static String of(String payment, JudgeEvidence evidence) {
    var line = new Timeline();
    line.ours(payment, evidence);
    line.banks(payment, evidence);
    line.others(payment, evidence);
    return line.moments.stream()
        .sorted(Comparator.comparing(Moment::at))
        .map(it -> "  %s  %-8s %s".formatted(it.at, it.who, it.what))
        .collect(Collectors.joining("\n"));
  }

  private void ours(String payment, JudgeEvidence evidence) {
    var row = evidence.payment(payment);
    if (row != null) {
      add(row.created(), "payment", "%s of %d dong", row.method(), row.amount());
    }
    evidence.tables().events().stream()
        .filter(it -> it.payment().equals(payment))
        .forEach(it -> add(it.at(), "payment", "%s", it.status()));
    for (var call : evidence.tables().calls()) {
      if (payment.equals(evidence.paymentOf(call.attempt()))) {
        var what = "%s #%d %s".formatted(call.operation(), call.seq(), call.ref());
        add(call.prepared(), "call", "%s recorded for attempt %s", what, call.attempt());
        add(call.sent(), "call", "%s claimed", what);
        add(call.answered(), "call", "%s answered %s", what, call.state());
        if (call.answered() == null) {
          add(Instant.now(), "call", "%s still %s", what, call.state());
        }
      }
    }
    for (var file : evidence.tables().cases()) {
      if (payment.equals(file.payment())) {
        add(file.opened(), "case", "%s %s opened", file.kind(), file.id());
        add(file.closed(), "case", "%s %s closed: %s", file.kind(), file.id(), file.decision());
      }
    }
    evidence.tables().collections().stream()
        .filter(it -> payment.equals(it.payment()))
        .forEach(it -> add(it.at(), "payment", "collection %s %s", it.reference(), it.state()));
    for (var instance : evidence.engine().instances()) {
      var mine =
          evidence.attemptsOf(payment).stream()
              .anyMatch(it -> it.ref().toString().equals(instance.key()));
      if (payment.equals(instance.key()) || mine) {
        add(instance.started(), "process", "%s starts", instance.process());
        add(instance.ended(), "process", "%s ends at %s", instance.process(), instance.end());
      }
    }
  }

  private void banks(String payment, JudgeEvidence evidence) {
    for (var request : evidence.bank().requests()) {
      if (request.attempt() != null && payment.equals(evidence.paymentOf(request.attempt()))) {
        var fault = request.fault() == null ? "" : " (" + request.fault() + ")";
        add(request.at(), "bank", "receives %s %s%s", request.operation(), request.call(), fault);
      }
    }
    for (var movement : evidence.bank().movements()) {
      var mine =
          movement.attempt() != null
              ? payment.equals(evidence.paymentOf(movement.attempt()))
              : evidence.collectionsOf(payment).stream()
                  .anyMatch(it -> it.reference().equals(movement.collection()));
      if (mine) {
        add(movement.at(), "bank", "%s of %d dong", movement.kind(), movement.amount());
      }
    }
  }

  private void others(String payment, JudgeEvidence evidence) {
    for (var hook : evidence.outside().hooks()) {
      if (payment.equals(hook.payment())) {
        add(hook.at(), "portal", "hears %s %s", hook.type(), hook.valid() ? "" : "(not valid)");
      }
    }
    for (var said : evidence.outside().clients()) {
      if (payment.equals(said.payment())) {
        add(
            said.at(),
            "client " + said.client(),
            "%s %s: %s",
            said.operation(),
            said.type(),
            said.status());
      }
    }
  }

  private void add(Instant at, String who, String what, Object... facts) {
    if (at != null) {
      moments.add(new Moment(at, who, what.formatted(facts)));
    }
  }

  private record Moment(Instant at, String who, String what) {}
}
