package vn.dvc.pay.web.pages.layout;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;

/**
 * Money received for a payer's dossiers that two persons have yet to decide about. A payer about to
 * pay one of these dossiers is warned, whichever payment the money was meant for.
 */
@Component
public class MoneyLookedAt {
  private final Payments payments;

  MoneyLookedAt(Payments payments) {
    this.payments = payments;
  }

  /** The payments whose money it is. */
  public List<Payment> about(Collection<DossierCode> dossiers, String payerId) {
    return payments.withMoneyLookedAt(payerId).stream()
        .filter(payment -> !Collections.disjoint(payment.dossiers(), dossiers))
        .toList();
  }

  /** The same without this payment, whose own page shows its money anyway. */
  public List<Payment> besides(Payment shown) {
    return about(shown.dossiers(), shown.payer().id()).stream()
        .filter(payment -> !payment.id().equals(shown.id()))
        .toList();
  }
}
