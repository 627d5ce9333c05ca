package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** I8: what a client or the portal was told stays true; a receipt is for a paid dossier, once. */
final class PromisesKept implements Invariant {
  private static final Set<String> GONE = Set.of("declined", "cancelled", "expired");

  @Override
  public String name() {
    return "I8";
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    clients(evidence, found);
    receipts(evidence, found);
    news(evidence, found);
    return found;
  }

  private void clients(JudgeEvidence evidence, List<Violation> found) {
    var told =
        evidence.outside().clients().stream()
            .filter(it -> it.payment() != null && it.status() != null)
            .collect(
                Collectors.groupingBy(
                    Outside.Said::payment,
                    Collectors.mapping(Outside.Said::status, Collectors.toSet())));
    told.forEach(
        (id, statuses) -> {
          var payment = evidence.payment(id);
          if (payment == null) {
            found.add(broken(id, "a client was told of it, but it does not exist"));
          } else {
            compare(evidence, payment, statuses, found);
          }
        });
  }

  private void compare(
      JudgeEvidence evidence, Tables.Payment payment, Set<String> told, List<Violation> found) {
    if (told.contains("paid") && !payment.wasPaid()) {
      found.add(
          broken(
              payment.id(), "a client was told that it is paid, but it is %s", payment.status()));
    }
    if (told.contains("paid")
        && !payment.status().equals("PAID")
        && evidence.tables().cases().stream()
            .noneMatch(it -> payment.id().equals(it.payment()) && it.wasDecidedByTwo())) {
      found.add(
          broken(
              payment.id(),
              "a client was told that it is paid, but it is %s and no two persons decided that",
              payment.status()));
    }
    var acceptedLate =
        evidence.collectionsOf(payment.id()).stream().anyMatch(it -> it.state().equals("ACCEPTED"));
    if (told.stream().anyMatch(GONE::contains)
        && evidence.held(payment.id()) != 0
        && !acceptedLate
        && !evidence.hasOpenCase(payment.id())) {
      found.add(
          broken(
              payment.id(),
              "a client was told %s, and the banks hold %d dong of it",
              told,
              evidence.held(payment.id())));
    }
  }

  private void receipts(JudgeEvidence evidence, List<Violation> found) {
    var given =
        evidence.tables().receipts().stream()
            .collect(Collectors.groupingBy(Tables.Receipt::dossier));
    for (var dossier : evidence.tables().dossiers()) {
      var its = given.getOrDefault(dossier.code(), List.of());
      var wasPaid = dossier.state().equals("PAID") || dossier.state().equals("REFUNDED");
      var now =
          its.stream()
              .filter(it -> it.payment().equals(dossier.paidBy()))
              .filter(it -> it.number().equals(dossier.receipt()))
              .count();
      if (wasPaid && now != 1) {
        found.add(
            broken(
                dossier.paidBy(),
                "dossier %s is %s and has %d receipts with its number",
                dossier.code(),
                dossier.state(),
                now));
      }
      if (now == 1 && dossier.state().equals("REFUNDED") != isCancelled(its, dossier)) {
        found.add(
            broken(
                dossier.paidBy(),
                "dossier %s is %s, which its receipt %s does not say",
                dossier.code(),
                dossier.state(),
                dossier.receipt()));
      }
      for (var receipt : its) {
        var payment = evidence.payment(receipt.payment());
        if (payment == null || !payment.wasPaid()) {
          found.add(
              broken(
                  receipt.payment(),
                  "receipt %s was issued, but it was never paid",
                  receipt.number()));
        }
      }
    }
  }

  private static boolean isCancelled(List<Tables.Receipt> its, Tables.Dossier dossier) {
    return its.stream()
        .anyMatch(it -> it.number().equals(dossier.receipt()) && it.cancelled() != null);
  }

  private void news(JudgeEvidence evidence, List<Violation> found) {
    var paid =
        evidence.tables().outbox().stream()
            .filter(it -> it.type().equals("dossier.paid"))
            .collect(Collectors.groupingBy(it -> it.payment() + " " + it.dossier()));
    for (var payment : evidence.tables().payments()) {
      if (!payment.wasPaid()) {
        continue;
      }
      for (var code :
          evidence.linesOf(payment.id()).stream().map(Tables.Line::dossier).distinct().toList()) {
        var said = paid.getOrDefault(payment.id() + " " + code, List.of()).size();
        if (said != 1) {
          found.add(
              broken(payment.id(), "the portal was told %d times that %s is paid", said, code));
        }
      }
    }
    var heard =
        evidence.outside().hooks().stream()
            .filter(Outside.Hook::valid)
            .map(Outside.Hook::event)
            .collect(Collectors.toSet());
    for (var news : evidence.tables().outbox()) {
      var lost = news.delivered() != null && !heard.contains(news.id().toString());
      if (lost && !evidence.outside().hooks().isEmpty()) {
        found.add(
            broken(
                news.payment(),
                "%s counts as delivered, but the portal did not receive it",
                news.type()));
      }
      if (news.failed() != null
          && news.delivered() == null
          && !evidence.hasOpenCase(news.id().toString())) {
        found.add(broken(news.payment(), "%s was abandoned without a case", news.type()));
      }
    }
  }
}
