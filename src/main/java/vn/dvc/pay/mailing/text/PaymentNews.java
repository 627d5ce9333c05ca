package vn.dvc.pay.mailing.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.ShortReference;

/**
 * What a message about a payment says, read when it is sent. Nothing that somebody typed is among
 * it: a name in a letter of ours could be a sentence that leads its reader elsewhere.
 */
@Component
class PaymentNews {
  private static final int MAX_LISTED = 3;

  private final Payments payments;
  private final LateDebits debits;

  PaymentNews(Payments payments, LateDebits debits) {
    this.payments = payments;
    this.debits = debits;
  }

  /** Empty if it is not true any more. */
  Optional<Map<String, String>> of(MailingKind kind, String subject, String detail) {
    var payment = payments.find(PaymentId.of(subject));
    return payment.flatMap(
        it ->
            switch (kind) {
              case RECEIPT -> receipt(it);
              case REMINDER -> reminder(it);
              case MONEY_RETURNED -> returned(it, detail);
              case TO_APPROVE -> toApprove(it);
              case COLLECTION_LOOKED_AT -> lookedAt(it, detail);
              case COLLECTION_RETURNED -> wentBack(it, detail);
              default -> throw new IllegalArgumentException(kind + " is not about payments");
            });
  }

  private static Optional<Map<String, String>> receipt(Payment payment) {
    return Optional.ofNullable(payment.paidAt())
        .map(
            paidAt -> {
              var facts = about(payment, payment.amount(), payment.dossiers());
              facts.put("at", time(paidAt));
              facts.put(
                  "numbers",
                  listed(payment.receipts().stream().map(each -> each.number()).toList()));
              return facts;
            });
  }

  private static Optional<Map<String, String>> reminder(Payment payment) {
    var instruction = payment.instruction();
    if (instruction == null || !payment.isPayableByInstruction()) {
      return Optional.empty();
    }
    var facts = about(payment, instruction.amount(), payment.dossiers());
    facts.put("until", time(instruction.validUntil()));
    return Optional.of(facts);
  }

  private static Optional<Map<String, String>> returned(Payment payment, String refund) {
    return payment.refunds().stream()
        .filter(each -> each.id().equals(refund) && each.status() == Refund.Status.REFUNDED)
        .findFirst()
        .map(
            each ->
                about(
                    payment,
                    each.amount(),
                    each.lines().stream().map(Refund.Line::dossier).toList()));
  }

  private static Optional<Map<String, String>> toApprove(Payment payment) {
    var approval = payment.approval();
    if (approval == null
        || payment.status() != PaymentStatus.WAITING_FOR_APPROVAL
        || payment.cancelRequested()) {
      return Optional.empty();
    }
    var facts = about(payment, payment.amount(), payment.dossiers());
    facts.put("until", time(approval.until()));
    return Optional.of(facts);
  }

  private static Optional<Map<String, String>> lookedAt(Payment payment, String collection) {
    return payment.received().stream()
        .filter(each -> each.name().equals(collection) && each.state() == State.LOOKED_AT)
        .findFirst()
        .map(each -> about(payment, each.amount(), payment.dossiers()));
  }

  /** Of what was collected at a counter, or debited too late. */
  private Optional<Map<String, String>> wentBack(Payment payment, String money) {
    return payment.received().stream()
        .filter(each -> each.name().equals(money) && each.returnedAt() != null)
        .findFirst()
        .flatMap(each -> Optional.ofNullable(each.returned()))
        .or(() -> debitBack(payment, money))
        .map(amount -> about(payment, amount, payment.dossiers()));
  }

  private Optional<Money> debitBack(Payment payment, String money) {
    return debits.of(payment.id()).stream()
        .filter(debit -> debit.name().equals(money) && debit.returnedAt() != null)
        .map(LateDebits.LateDebit::amount)
        .findFirst();
  }

  private static Map<String, String> about(
      Payment payment, Money amount, List<DossierCode> dossiers) {
    var facts = new TreeMap<String, String>();
    facts.put("reference", ShortReference.of(payment.id()).toString());
    facts.put("amount", PlainAmount.text(amount));
    facts.put("dossiers", listed(dossiers.stream().map(DossierCode::text).toList()));
    return facts;
  }

  /** Some of them, and how many there are besides. */
  private static String listed(List<String> all) {
    var some =
        all.stream().filter(Objects::nonNull).limit(MAX_LISTED).collect(Collectors.joining(", "));
    return all.size() > MAX_LISTED ? some + " (+" + (all.size() - MAX_LISTED) + ")" : some;
  }

  private static String time(Instant at) {
    return VietnamTime.formatter("dd/MM/yyyy HH:mm").format(at);
  }
}
