package vn.dvc.pay.dossier;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.receipt.ReceiptNumbers;
import vn.dvc.pay.dossier.record.DossierEntity;
import vn.dvc.pay.dossier.record.DossierLocks;
import vn.dvc.pay.dossier.record.DossierReservationEntity;
import vn.dvc.pay.dossier.record.DossierReservationRepository;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Reserves, pays and refunds a payment's dossiers, always in the payment's own transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DossierPayments {

  private final DossierReservationRepository reservations;
  private final DossierLocks locks;
  private final ReceiptNumbers receipts;
  private final Outbox outbox;
  private final EntityManager entityManager;

  DossierPayments(
      DossierReservationRepository reservations,
      DossierLocks locks,
      ReceiptNumbers receipts,
      Outbox outbox,
      EntityManager entityManager) {
    this.reservations = reservations;
    this.locks = locks;
    this.receipts = receipts;
    this.outbox = outbox;
    this.entityManager = entityManager;
  }

  List<Dossier> take(List<DossierCode> codes, Payer payer, String payment) {
    requireDistinct(codes);
    var wanted = codes.stream().map(DossierCode::text).sorted().toList();
    var dossiers = wanted.stream().map(code -> lockOwed(code, payer)).toList();
    locks.requireFree(dossiers);
    dossiers.forEach(
        dossier -> entityManager.persist(new DossierReservationEntity(dossier.code(), payment)));
    return dossiers.stream().map(dossier -> dossier.dossier(payment)).toList();
  }

  boolean takeIfFree(List<DossierCode> codes, Payer payer, String payment) {
    var wanted = codes.stream().map(DossierCode::text).sorted().toList();
    var dossiers = wanted.stream().map(locks::lockKnown).toList();
    var live = reservations.of(wanted);
    if (dossiers.stream()
            .anyMatch(
                dossier ->
                    !dossier.isOwedBy(payer) || !dossier.state().equals(DossierEntity.UNPAID))
        || live.stream().anyMatch(each -> !each.payment().equals(payment))) {
      return false;
    }
    var held =
        live.stream().map(DossierReservationRepository.Live::dossier).collect(Collectors.toSet());
    wanted.stream()
        .filter(code -> !held.contains(code))
        .forEach(code -> entityManager.persist(new DossierReservationEntity(code, payment)));
    return true;
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

  private DossierEntity lockOwed(String code, Payer payer) {
    var dossier = locks.lockKnown(code);
    if (!dossier.isOwedBy(payer)) {
      throw DossierLocks.unknown(code);
    }
    return dossier;
  }

  void release(String payment) {
    reservations.release(payment);
  }

  List<Dossiers.Receipt> markPaid(String payment, Instant at) {
    var held = reservations.heldBy(payment);
    if (held.isEmpty()) {
      return issuedBefore(payment);
    }
    return held.stream().map(locks::lockKnown).map(dossier -> pay(dossier, payment, at)).toList();
  }

  private List<Dossiers.Receipt> issuedBefore(String payment) {
    var given = receipts.of(payment);
    if (given.isEmpty()) {
      throw new IllegalStateException("Payment " + payment + " has reserved no dossier to pay");
    }
    return given;
  }

  private Dossiers.Receipt pay(DossierEntity dossier, String payment, Instant at) {
    if (!dossier.isPaidBy(payment)) {
      if (!dossier.state().equals(DossierEntity.UNPAID)) {
        throw new IllegalStateException(
            "Dossier "
                + dossier.code()
                + " is "
                + dossier.state()
                + ", payment "
                + payment
                + " cannot pay it");
      }
      dossier.pay(payment, receipts.issue(dossier.code(), payment, at));
      tellPortal(dossier, payment, at);
    }
    return new Dossiers.Receipt(DossierCode.of(dossier.code()), dossier.receipt());
  }

  private void tellPortal(DossierEntity dossier, String payment, Instant at) {
    var paid = new LinkedHashMap<String, Object>();
    paid.put("dossier", dossier.code());
    paid.put("status", dossier.state());
    paid.put("statusText", "ĐÃ THANH TOÁN");
    paid.put("payment", payment);
    paid.put("receipt", dossier.receipt());
    paid.put("amount", dossier.amount());
    paid.put("at", at.toString());
    outbox.put("dossier.paid", paid, at);
  }

  void markRefunded(String payment, List<DossierCode> codes, Dossiers.Refunded how) {
    codes.stream()
        .map(DossierCode::text)
        .sorted()
        .map(locks::lockKnown)
        .forEach(dossier -> refund(dossier, payment, how));
  }

  private void refund(DossierEntity dossier, String payment, Dossiers.Refunded how) {
    if (!dossier.isPaidBy(payment) || !dossier.state().equals(DossierEntity.PAID)) {
      throw new IllegalStateException(
          "Dossier " + dossier.code() + " is " + dossier.state() + ", not paid by " + payment);
    }
    dossier.refund();
    receipts.cancel(dossier.receipt(), how);
    var refunded = new LinkedHashMap<String, Object>();
    refunded.put("dossier", dossier.code());
    refunded.put("status", dossier.state());
    refunded.put("statusText", "ĐÃ HOÀN TIỀN");
    refunded.put("payment", payment);
    refunded.put("refund", how.refund());
    refunded.put("receipt", dossier.receipt());
    refunded.put("amount", dossier.amount());
    refunded.put("reason", how.reason());
    refunded.put("at", how.at().toString());
    outbox.put("dossier.refunded", refunded, how.at());
  }

  @Transactional
  List<Dossiers.Receipt> receipts(String payment) {
    return receipts.of(payment);
  }
}
