package vn.dvc.pay.dossier;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;

/**
 * A dossier and what is owed for it.
 *
 * @param payment the payment that pays or paid it, null where there is none
 * @param receipt the receipt's number, null until it is paid
 */
public record Dossier(
    DossierCode code,
    DossierContent content,
    Status status,
    @Nullable String payment,
    @Nullable String receipt) {

  public Money amount() {
    return Money.total(content.fees().stream().map(DossierContent.Fee::amount));
  }

  /**
   * The status shown to the portal. IN_PROGRESS means that a live payment has reserved the dossier.
   */
  public enum Status {
    UNPAID,
    IN_PROGRESS,
    PAID,
    REFUNDED,
    CANCELLED
  }
}
