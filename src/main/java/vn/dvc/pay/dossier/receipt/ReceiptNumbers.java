package vn.dvc.pay.dossier.receipt;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.time.VietnamTime;

/** Issues receipt numbers: the year in Viet Nam and a unique serial number. */
@Component
public class ReceiptNumbers {
  private final ReceiptRepository receipts;
  private final EntityManager entityManager;

  ReceiptNumbers(ReceiptRepository receipts, EntityManager entityManager) {
    this.receipts = receipts;
    this.entityManager = entityManager;
  }

  public String issue(String dossier, String payment, Instant at) {
    var number = "BL-%d-%07d".formatted(VietnamTime.dayOf(at).getYear(), receipts.nextSerial());
    entityManager.persist(new ReceiptEntity(number, dossier, payment, at));
    return number;
  }

  public void cancel(String number, Dossiers.Refunded how) {
    receipts.read(number).cancel(how);
  }

  public List<Dossiers.Receipt> of(String payment) {
    return receipts.of(payment).stream().map(ReceiptEntity::snapshot).toList();
  }
}
