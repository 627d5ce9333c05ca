package vn.dvc.pay.dossier;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives out receipt numbers: the year in Viet Nam, and a serial that no other receipt has. */
@Component
class Receipts {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final ReceiptRows rows;
  private final EntityManager entityManager;

  Receipts(ReceiptRows rows, EntityManager entityManager) {
    this.rows = rows;
    this.entityManager = entityManager;
  }

  String give(String dossier, String payment, Instant at) {
    var number = "BL-%d-%07d".formatted(at.atZone(VIET_NAM).getYear(), rows.nextSerial());
    entityManager.persist(new ReceiptRow(number, dossier, payment, at));
    return number;
  }

  void cancel(String number, Dossiers.Refunded how) {
    rows.read(number).cancel(how);
  }

  List<Dossiers.Receipt> of(String payment) {
    return rows.of(payment).stream().map(ReceiptRow::shown).toList();
  }
}
