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

/** What a payment does to its dossiers, always in the payment's own transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DossierPayments {

  private final DossierReservationRepository lives;
  private final DossierLocks locks;
  private final ReceiptNumbers receipts;
  private final Outbox outbox;
  private final EntityManager entityManager;

  DossierPayments(
      DossierReservationRepository lives,
      DossierLocks locks,
      ReceiptNumbers receipts,
      Outbox outbox,
      EntityManager entityManager) {
    this.lives = lives;
    this.locks = locks;
    this.receipts = receipts;
    this.outbox = outbox;
    this.entityManager = entityManager;
  }

  List<Dossier> take(List<DossierCode> codes, Payer payer, String payment) {
    demandNoneTwice(codes);
    var wanted = codes.stream().map(DossierCode::text).sorted().toList();
    var rows = wanted.stream().map(code -> lockOwed(code, payer)).toList();
    locks.demandFree(rows);
    rows.forEach(row -> entityManager.persist(new DossierReservationEntity(row.code(), payment)));
    return rows.stream().map(row -> row.dossier(payment)).toList();
  }

  boolean takeIfFree(List<DossierCode> codes, Payer payer, String payment) {
    var wanted = codes.stream().map(DossierCode::text).sorted().toList();
    var rows = wanted.stream().map(locks::lockKnown).toList();
    var live = lives.of(wanted);
    if (rows.stream()
            .anyMatch(row -> !row.isOwedBy(payer) || !row.state().equals(DossierEntity.UNPAID))
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

  private static void demandNoneTwice(List<DossierCode> codes) {
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
    var row = locks.lockKnown(code);
    if (!row.isOwedBy(payer)) {
      throw DossierLocks.unknown(code);
    }
    return row;
  }

  void release(String payment) {
    lives.release(payment);
  }

  List<Dossiers.Receipt> markPaid(String payment, Instant at) {
    var held = lives.heldBy(payment);
    if (held.isEmpty()) {
      return givenBefore(payment);
    }
    return held.stream().map(locks::lockKnown).map(row -> pay(row, payment, at)).toList();
  }

  private List<Dossiers.Receipt> givenBefore(String payment) {
    var given = receipts.of(payment);
    if (given.isEmpty()) {
      throw new IllegalStateException("Payment " + payment + " holds no dossier that it could pay");
    }
    return given;
  }

  private Dossiers.Receipt pay(DossierEntity row, String payment, Instant at) {
    if (!row.isPaidBy(payment)) {
      if (!row.state().equals(DossierEntity.UNPAID)) {
        throw new IllegalStateException(
            "Dossier "
                + row.code()
                + " is "
                + row.state()
                + ", payment "
                + payment
                + " cannot pay it");
      }
      row.pay(payment, receipts.give(row.code(), payment, at));
      tellPortal(row, payment, at);
    }
    return new Dossiers.Receipt(DossierCode.of(row.code()), row.receipt());
  }

  private void tellPortal(DossierEntity row, String payment, Instant at) {
    var paid = new LinkedHashMap<String, Object>();
    paid.put("dossier", row.code());
    paid.put("status", row.state());
    paid.put("statusText", "ĐÃ THANH TOÁN");
    paid.put("payment", payment);
    paid.put("receipt", row.receipt());
    paid.put("amount", row.amount());
    paid.put("at", at.toString());
    outbox.put("dossier.paid", paid, at);
  }

  void markRefunded(String payment, List<DossierCode> codes, Dossiers.Refunded how) {
    codes.stream()
        .map(DossierCode::text)
        .sorted()
        .map(locks::lockKnown)
        .forEach(row -> refund(row, payment, how));
  }

  private void refund(DossierEntity row, String payment, Dossiers.Refunded how) {
    if (!row.isPaidBy(payment) || !row.state().equals(DossierEntity.PAID)) {
      throw new IllegalStateException(
          "Dossier " + row.code() + " is " + row.state() + ", not paid by " + payment);
    }
    row.refund();
    receipts.cancel(row.receipt(), how);
    var refunded = new LinkedHashMap<String, Object>();
    refunded.put("dossier", row.code());
    refunded.put("status", row.state());
    refunded.put("statusText", "ĐÃ HOÀN TIỀN");
    refunded.put("payment", payment);
    refunded.put("refund", how.refund());
    refunded.put("receipt", row.receipt());
    refunded.put("amount", row.amount());
    refunded.put("reason", how.reason());
    refunded.put("at", how.at().toString());
    outbox.put("dossier.refunded", refunded, how.at());
  }

  @Transactional
  List<Dossiers.Receipt> receipts(String payment) {
    return receipts.of(payment);
  }
}
