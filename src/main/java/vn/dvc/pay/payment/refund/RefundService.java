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

/** Takes wishes for refunds and lays each before two persons. */
@Service
class RefundService implements Refunds {
  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final RefundSnapshots asked;
  private final RefundReservations holds;
  private final PaidMoney money;
  private final Dossiers dossiers;
  private final RefundCases cases;
  private final DatabaseTime time;

  RefundService(
      PaymentRepository payments,
      RefundRepository refunds,
      RefundSnapshots asked,
      RefundReservations holds,
      PaidMoney money,
      Dossiers dossiers,
      RefundCases cases,
      DatabaseTime time) {
    this.payments = payments;
    this.refunds = refunds;
    this.asked = asked;
    this.holds = holds;
    this.money = money;
    this.dossiers = dossiers;
    this.cases = cases;
    this.time = time;
  }

  @Override
  @Transactional
  public Refund ask(PaymentId id, List<DossierCode> codes, String reason, Asker asker) {
    // The payment's lock puts those in line who ask at once.
    var payment = payments.lock(id);
    var why = Reason.of(reason);
    demandSome(codes);
    var fees = fees(payment);
    demandOfThePayment(codes, fees);
    if (payment.status() != PaymentStatus.PAID
        && payment.status() != PaymentStatus.PARTLY_REVERSED) {
      throw Problem.conflict("payment-not-paid").with("payment", id.text());
    }
    var held = holds.of(id);
    demandNotAsked(codes, held);
    var lines = lines(payment, codes, fees);
    var last = held.size() + codes.size() == fees.size();
    var refund =
        refunds.saveAndFlush(
            new RefundEntity(id, lines, amount(payment, lines, last), why, asker, time.now()));
    lines.stream()
        .map(RefundLine::dossier)
        .sorted()
        .forEach(dossier -> holds.take(dossier, refund.id()));
    cases.open(refund, payment);
    return refund.shown();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Refund> ofPayment(PaymentId id) {
    payments.find(id).orElseThrow(() -> Problem.notFound("payment-not-found"));
    return asked.of(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Refund> find(String id) {
    return refunds.findById(id).map(RefundEntity::shown);
  }

  private static void demandSome(List<DossierCode> codes) {
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

  private static void demandOfThePayment(List<DossierCode> codes, Map<String, Long> fees) {
    for (var code : codes) {
      if (!fees.containsKey(code.text())) {
        throw Problem.invalid("dossier-not-in-payment").with("dossier", code.text());
      }
    }
  }

  private static void demandNotAsked(List<DossierCode> codes, Map<String, String> held) {
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
   * The lines' sum. Where some of the payment's money went back for another reason, the refund that
   * leaves no dossier paid gives back all that is left of it, and none gives back more.
   */
  private Money amount(PaymentEntity payment, List<RefundLine> lines, boolean last) {
    var sum = lines.stream().mapToLong(RefundLine::amount).sum();
    var left = money.left(payment) - refunds.asked(payment.id().text());
    if (left <= 0) {
      throw Problem.conflict("nothing-to-refund").with("payment", payment.id().text());
    }
    return Money.dong(last ? left : Math.min(sum, left));
  }

  /** What was paid for each dossier. */
  private static Map<String, Long> fees(PaymentEntity payment) {
    return payment.lines().stream()
        .collect(
            Collectors.groupingBy(
                PaymentLine::dossier,
                LinkedHashMap::new,
                Collectors.summingLong(PaymentLine::amount)));
  }
}
