package vn.dvc.pay.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A receipt's number, given once and kept for ever. */
@Entity
@Table(name = "receipt")
class ReceiptRow {
  @Id private String number;
  private String dossier;
  private String payment;
  private Instant issuedAt;

  ReceiptRow() {}

  ReceiptRow(String number, String dossier, String payment, Instant issuedAt) {
    this.number = number;
    this.dossier = dossier;
    this.payment = payment;
    this.issuedAt = issuedAt;
  }

  String number() {
    return number;
  }

  String dossier() {
    return dossier;
  }
}
