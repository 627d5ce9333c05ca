package vn.dvc.pay.payment.refund;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.refund.record.RefundEntity;
import vn.dvc.pay.payment.refund.record.RefundLine;
import vn.dvc.pay.payment.refund.record.RefundRepository;
import vn.dvc.pay.payment.refund.record.RefundReservations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Accepts refund requests and opens a case for each. */
@Service
class RefundService implements Refunds {
  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final RefundSnapshots snapshots;
  private final RefundReservations reservations;
  private final PaidMoney money;
  private final Dossiers dossiers;
  private final RefundCases cases;
  private final DatabaseTime time;

  RefundService(
      PaymentRepository payments,
      RefundRepository refunds,
      RefundSnapshots snapshots,
      RefundReservations reservations,
      PaidMoney money,
      Dossiers dossiers,
      RefundCases cases,
      DatabaseTime time) {
    this.payments = payments;
    this.refunds = refunds;
    this.snapshots = snapshots;
    this.reservations = reservations;
    this.money = money;
    this.dossiers = dossiers;
    this.cases = cases;
    this.time = time;
  }

  @Override
  @Transactional
  public Refund ask(PaymentId id, List<DossierCode> codes, String reason, Asker asker) {
    // The payment's lock serialises concurrent requests.
    var payment = payments.lock(id);
    var why = Reason.of(reason);
    requireDistinct(codes);
    var fees = fees(payment);
    requireOfPayment(codes, fees);
    if (payment.status() != PaymentStatus.PAID
        && payment.status() != PaymentStatus.PARTLY_REVERSED) {
      throw Problem.conflict("payment-not-paid").with("payment", id.text());
    }
    var held = reservations.of(id);
    requireNotRequested(codes, held);
    var lines = lines(payment, codes, fees);
    var last = held.size() + codes.size() == fees.size();
    var refund =
        refunds.saveAndFlush(
            new RefundEntity(id, lines, amount(payment, lines, last), why, asker, time.now()));
    lines.stream()
        .map(RefundLine::dossier)
        .sorted()
        .forEach(dossier -> reservations.take(dossier, refund.id()));
    cases.open(refund, payment);
    return refund.snapshot();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Refund> ofPayment(PaymentId id) {
    payments.find(id).orElseThrow(() -> Problem.notFound("payment-not-found"));
    return snapshots.of(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Refund> find(String id) {
    return refunds.findById(id).map(RefundEntity::snapshot);
  }

  private static void requireDistinct(List<DossierCode> codes) {
    if (codes.isEmpty()) {
      throw Problem.invalid("no-dossiers");
    }
    var seen = new HashSet<DossierCode>();
    for (var code : codes) {
      if (!seen.add(code)) {
        throw Problem.invalid("dossier-twice").with("dossier", code.text());
      }
    }
  }

  private static void requireOfPayment(List<DossierCode> codes, Map<String, Long> fees) {
    for (var code : codes) {
      if (!fees.containsKey(code.text())) {
        throw Problem.invalid("dossier-not-in-payment").with("dossier", code.text());
      }
    }
  }

  private static void requireNotRequested(List<DossierCode> codes, Map<String, String> held) {
    for (var code : codes) {
      if (held.containsKey(code.text())) {
        throw Problem.conflict("refund-already-asked")
            .with("dossier", code.text())
            .with("refund", held.get(code.text()));
      }
    }
  }

  private List<RefundLine> lines(
      PaymentEntity payment, List<DossierCode> codes, Map<String, Long> fees) {
    var receipts =
        dossiers.receipts(payment.id().text()).stream()
            .collect(Collectors.toMap(Receipt::dossier, Receipt::number));
    return codes.stream()
        .map(code -> new RefundLine(code.text(), receipts.get(code), fees.get(code.text())))
        .toList();
  }

  /**
   * The sum of the lines. If some of the payment's money has already gone back for another reason,
   * the refund that leaves no dossier paid returns all that is left, and no refund returns more
   * than that.
   */
  private Money amount(PaymentEntity payment, List<RefundLine> lines, boolean last) {
    var sum = lines.stream().mapToLong(RefundLine::amount).sum();
    var left = money.left(payment) - refunds.asked(payment.id().text());
    if (left <= 0) {
      throw Problem.conflict("nothing-to-refund").with("payment", payment.id().text());
    }
    return Money.dong(last ? left : Math.min(sum, left));
  }

  /** The amount paid for each dossier. */
  private static Map<String, Long> fees(PaymentEntity payment) {
    return payment.lines().stream()
        .collect(
            Collectors.groupingBy(
                PaymentLine::dossier,
                LinkedHashMap::new,
                Collectors.summingLong(PaymentLine::amount)));
  }
}
