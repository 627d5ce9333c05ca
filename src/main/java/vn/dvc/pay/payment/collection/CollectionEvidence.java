package vn.dvc.pay.payment.collection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.collection.policy.Balance;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.CollectionRuling;
import vn.dvc.pay.payment.collection.policy.PaidFor;
import vn.dvc.pay.payment.collection.policy.PaymentStanding;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Describes a collection for the two persons who decide about it. */
@Component
class CollectionEvidence {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Instructions instructions;
  private final CollectionWeighing weighing;
  private final PaidFor paidFor;
  private final MessageSource texts;

  CollectionEvidence(
      Instructions instructions,
      CollectionWeighing weighing,
      PaidFor paidFor,
      MessageSource texts) {
    this.instructions = instructions;
    this.weighing = weighing;
    this.paidFor = paidFor;
    this.texts = texts;
  }

  Map<String, String> of(
      CollectionEntity collection,
      PaymentEntity payment,
      CollectionRuling ruling,
      CollectionFacts facts) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("amountDue", Evidence.dong(payment.amount().dong()));
    evidence.put("amountReceived", Evidence.dong(collection.amount().dong()));
    if (facts.standing() != PaymentStanding.SETTLED) {
      aboutTheRest(evidence, collection, weighing.balance(payment));
    }
    aboutTheTransfer(evidence, collection);
    if (!facts.plausibleDate()) {
      evidence.put("oddDate", text("odd-date", Evidence.when(payment.createdAt())));
    }
    evidence.put("code", collection.code());
    evidence.put("paymentStatus", text("standing." + facts.standing()));
    evidence.put(
        "dossiers",
        paidFor.dossiersOf(payment).stream()
            .map(dossier -> dossier.code().text() + ": " + standing(dossier, payment))
            .collect(Collectors.joining("; ")));
    evidence.put("proposal", text("proposal." + ruling.proposal()));
    evidence.put("policy", ruling.source());
    return evidence;
  }

  Map<String, String> of(
      CollectionEntity collection, Instructions.Named named, CollectionRuling ruling) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("amountReceived", Evidence.dong(collection.amount().dong()));
    aboutTheTransfer(evidence, collection);
    if (!named.codes().isEmpty()) {
      evidence.put("code", String.join(", ", named.codes()));
    }
    evidence.put("proposal", text("proposal." + ruling.proposal()));
    evidence.put("policy", ruling.source());
    return evidence;
  }

  /** Compares the collection as accepted with the bank's present report. */
  Map<String, String> of(CollectionEntity collection, CollectionReceived received) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("ourAmount", Evidence.dong(collection.amount().dong()));
    evidence.put("bankAmount", Evidence.dong(received.amount().dong()));
    evidence.put("transferText", received.text());
    evidence.put("bank", received.bank());
    evidence.put("reference", collection.reference());
    evidence.put("collectedAt", Evidence.when(received.collectedAt()));
    if (!collection.account().equals(received.account())) {
      evidence.put("otherAccount", received.account().number());
    }
    return evidence;
  }

  private void aboutTheRest(
      Map<String, String> evidence, CollectionEntity collection, Balance balance) {
    if (balance.kept() > 0) {
      evidence.put("amountKept", Evidence.dong(balance.kept()));
    }
    var over = collection.amount().dong() - balance.missing().dong();
    var amount = Evidence.dong(Math.abs(over));
    evidence.put(
        "difference",
        over == 0 ? text("exact") : text(over > 0 ? "too-much" : "too-little", amount));
  }

  private void aboutTheTransfer(Map<String, String> evidence, CollectionEntity collection) {
    evidence.put("transferText", collection.text());
    evidence.put("bank", collection.bank());
    evidence.put("reference", collection.reference());
    evidence.put("collectedAt", Evidence.when(collection.collectedAt()));
    if (!instructions.isCollectingAccount(collection.account())) {
      evidence.put("otherAccount", collection.account().number());
    }
  }

  private String standing(Dossier dossier, PaymentEntity payment) {
    var other = dossier.payment();
    return dossier.status() == Dossier.Status.IN_PROGRESS && !payment.id().text().equals(other)
        ? text("in-other-payment", other)
        : text("dossier." + dossier.status());
  }

  private String text(String key, Object... about) {
    return texts.getMessage("case.collection." + key, about, VIETNAMESE);
  }
}
