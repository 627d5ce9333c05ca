package vn.dvc.pay.payment.collection.policy;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.values.DossierCode;

/** The dossiers that a payment is, or was, to pay. */
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
   * Holds them for the payment, again where it had ended: while money of it is looked at, nobody
   * may start to pay them by another.
   *
   * @return whether it holds them now; otherwise they are paid, cancelled or another's, all of them
   *     are left as they were
   */
  public boolean hold(PaymentEntity payment) {
    return dossiers.takeIfFree(codesOf(payment), payment.payer(), payment.id().text());
  }

  public void release(PaymentEntity payment) {
    dossiers.release(payment.id().text());
  }

  /** Whether they owe what they owed when the payment was made. */
  public static boolean oweTheSame(List<Dossier> dossiers, PaymentEntity payment) {
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
