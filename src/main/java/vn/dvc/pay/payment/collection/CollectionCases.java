package vn.dvc.pay.payment.collection;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;

/** Opens the one case of a collection that no payment waits for as it is. */
@Component
class CollectionCases {
  private static final String MONEY = "COLLECTED";

  private final Cases cases;
  private final CollectionEvidence evidence;
  private final PaidFor paidFor;

  CollectionCases(Cases cases, CollectionEvidence evidence, PaidFor paidFor) {
    this.cases = cases;
    this.evidence = evidence;
    this.paidFor = paidFor;
  }

  /** It names a payment of ours, locked by the caller. */
  void open(CollectionRow row, PaymentRow payment) {
    var dossiers = paidFor.dossiersOf(payment);
    cases.open(
        kind(payment, dossiers),
        row.id().toString(),
        payment.id().text(),
        MONEY,
        evidence.of(row, payment, dossiers));
  }

  /** It names no payment of ours, or more than one. */
  void openUnknown(CollectionRow row, Instructions.Named named) {
    cases.open(
        CollectionKinds.UNKNOWN_CODE, row.id().toString(), null, MONEY, evidence.of(row, named));
  }

  private static String kind(PaymentRow payment, List<Dossier> dossiers) {
    var nothingIsOwed =
        dossiers.stream()
            .allMatch(
                dossier ->
                    dossier.status() != Dossier.Status.UNPAID
                        && dossier.status() != Dossier.Status.IN_PROGRESS);
    if (nothingIsOwed || payment.status().isFinished() && !ended(payment)) {
      return CollectionKinds.SECOND;
    }
    return ended(payment) ? CollectionKinds.AFTER_END : CollectionKinds.WRONG_AMOUNT;
  }

  private static boolean ended(PaymentRow payment) {
    return payment.status() == PaymentStatus.CANCELLED || payment.status() == PaymentStatus.EXPIRED;
  }
}
