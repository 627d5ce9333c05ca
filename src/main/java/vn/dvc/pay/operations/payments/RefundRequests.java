package vn.dvc.pay.operations.payments;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Requests a refund for an operator and records the request in the audit trail. */
@Service
class RefundRequests {
  private final Refunds refunds;
  private final Audit audit;

  RefundRequests(Refunds refunds, Audit audit) {
    this.refunds = refunds;
    this.audit = audit;
  }

  /**
   * @throws Problem as {@link Refunds#ask}
   */
  @Transactional
  public void ask(PaymentId payment, List<String> dossiers, String actor, String reason) {
    var refund = refunds.ask(payment, codes(dossiers), reason, Asker.operator(actor));
    audit.write(actor, "refund-asked", payment.text(), refund.id() + ": " + refund.reason());
  }

  private static List<DossierCode> codes(List<String> texts) {
    try {
      return texts.stream().map(DossierCode::of).toList();
    } catch (IllegalArgumentException notACode) {
      throw Problem.invalid("dossier-not-in-payment");
    }
  }
}
