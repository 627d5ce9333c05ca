package vn.dvc.pay.payment.collection.policy;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.values.DossierCode;

/** Reserves and releases the dossiers that a payment pays or was meant to pay. */
@Component
public class PaidFor {
  private final Dossiers dossiers;

  PaidFor(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  public List<Dossier> dossiersOf(PaymentEntity payment) {
    return codesOf(payment).stream().flatMap(code -> dossiers.find(code).stream()).toList();
  }

  /**
   * Reserves them for the payment, again if it had ended: while its money is under review, no other
   * payment may start for them.
   *
   * @return whether it holds them now; if any is paid, cancelled or another's, none is changed
   */
  public boolean hold(PaymentEntity payment) {
    return dossiers.takeIfFree(codesOf(payment), payment.payer(), payment.id().text());
  }

  public void release(PaymentEntity payment) {
    dossiers.release(payment.id().text());
  }

  /** Whether they still owe what they did when the payment started. */
  public static boolean oweUnchanged(List<Dossier> dossiers, PaymentEntity payment) {
    return dossiers.stream()
        .allMatch(
            dossier ->
                dossier.amount().dong()
                    == payment.lines().stream()
                        .filter(line -> line.dossier().equals(dossier.code().text()))
                        .mapToLong(PaymentLine::amount)
                        .sum());
  }

  private static List<DossierCode> codesOf(PaymentEntity payment) {
    return payment.lines().stream()
        .map(PaymentLine::dossier)
        .distinct()
        .map(DossierCode::of)
        .toList();
  }
}
