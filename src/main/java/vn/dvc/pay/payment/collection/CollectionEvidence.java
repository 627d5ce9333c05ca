package vn.dvc.pay.payment.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;

/** What is known of a collection, in the words in which it is laid before two persons. */
@Component
class CollectionEvidence {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Instructions instructions;
  private final MessageSource texts;

  CollectionEvidence(Instructions instructions, MessageSource texts) {
    this.instructions = instructions;
    this.texts = texts;
  }

  Map<String, String> of(CollectionRow row, PaymentRow payment, List<Dossier> dossiers) {
    var evidence = new LinkedHashMap<String, String>();
    var due = payment.amount().dong();
    var received = row.amount().dong();
    evidence.put("amountDue", Evidence.dong(due));
    evidence.put("amountReceived", Evidence.dong(received));
    evidence.put("difference", difference(received - due));
    aboutTheTransfer(evidence, row);
    evidence.put("code", row.code());
    evidence.put("paymentStatus", text("status." + payment.status()));
    evidence.put(
        "dossiers",
        dossiers.stream()
            .map(d -> d.code().text() + ": " + text("dossier." + d.status()))
            .collect(Collectors.joining("; ")));
    evidence.put("proposal", text(proposal(dossiers, payment)));
    return evidence;
  }

  Map<String, String> of(CollectionRow row, Instructions.Named named) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("amountReceived", Evidence.dong(row.amount().dong()));
    aboutTheTransfer(evidence, row);
    if (!named.codes().isEmpty()) {
      evidence.put("code", String.join(", ", named.codes()));
    }
    evidence.put("proposal", text(named.payments().isEmpty() ? "find-payer" : "several-codes"));
    return evidence;
  }

  private void aboutTheTransfer(Map<String, String> evidence, CollectionRow row) {
    evidence.put("transferText", row.text());
    evidence.put("bank", row.bank());
    evidence.put("reference", row.reference());
    evidence.put("collectedAt", Evidence.when(row.collectedAt()));
    if (!instructions.isCollectingAccount(row.account())) {
      evidence.put("otherAccount", row.account().number());
    }
  }

  private String proposal(List<Dossier> dossiers, PaymentRow payment) {
    var owed =
        dossiers.stream()
            .allMatch(
                dossier ->
                    dossier.status() == Dossier.Status.UNPAID
                        || payment.id().text().equals(dossier.payment())
                            && dossier.status() == Dossier.Status.IN_PROGRESS);
    return owed ? "accept-proposed" : "reverse-proposed";
  }

  private String difference(long over) {
    return over == 0
        ? text("exact")
        : texts.getMessage(
            "case.collection." + (over > 0 ? "too-much" : "too-little"),
            new Object[] {Evidence.dong(Math.abs(over))},
            VIETNAMESE);
  }

  private String text(String key) {
    return texts.getMessage("case.collection." + key, null, VIETNAMESE);
  }
}
