package vn.dvc.pay.payment.refund.record;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** One dossier of a refund. */
@Embeddable
public class RefundLine {
  private String dossier;
  private @Nullable String receipt;
  private long amount;

  protected RefundLine() {}

  public RefundLine(String dossier, @Nullable String receipt, long amount) {
    this.dossier = dossier;
    this.receipt = receipt;
    this.amount = amount;
  }

  public String dossier() {
    return dossier;
  }

  public String receipt() {
    return receipt;
  }

  public long amount() {
    return amount;
  }
}
