package vn.dvc.pay.payment.refund;

import jakarta.persistence.Embeddable;

/** One dossier of a refund. */
@Embeddable
class RefundLineRow {
  private String dossier;
  private String receipt;
  private long amount;

  protected RefundLineRow() {}

  RefundLineRow(String dossier, String receipt, long amount) {
    this.dossier = dossier;
    this.receipt = receipt;
    this.amount = amount;
  }

  String dossier() {
    return dossier;
  }

  String receipt() {
    return receipt;
  }

  long amount() {
    return amount;
  }
}
