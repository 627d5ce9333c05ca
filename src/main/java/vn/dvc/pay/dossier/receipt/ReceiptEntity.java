package vn.dvc.pay.dossier.receipt;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.values.DossierCode;

/** A receipt. Its number is never reused, even after the receipt is cancelled. */
@Entity
@Table(name = "receipt")
class ReceiptEntity {
  @Id private String number;
  private String dossier;
  private String payment;
  private Instant issuedAt;
  private String checkCode;
  private @Nullable Instant cancelledAt;
  private @Nullable String cancelledBy;
  private @Nullable String cancelReason;

  ReceiptEntity() {}

  ReceiptEntity(String number, String dossier, String payment, Instant issuedAt) {
    this.number = number;
    this.dossier = dossier;
    this.payment = payment;
    this.issuedAt = issuedAt;
    this.checkCode = CheckCode.fresh();
  }

  /** A cancelled receipt proves nothing any more, but keeps its number. */
  void cancel(Dossiers.Refunded how) {
    cancelledAt = how.at();
    cancelledBy = how.refund();
    cancelReason = how.reason();
  }

  String number() {
    return number;
  }

  Dossiers.Receipt snapshot() {
    return new Dossiers.Receipt(DossierCode.of(dossier), number, cancelledAt);
  }
}
