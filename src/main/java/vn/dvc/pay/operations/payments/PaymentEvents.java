package vn.dvc.pay.operations.payments;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.notification.EventLog;
import vn.dvc.pay.notification.EventLog.Told;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Problem;

/** What the portal was told about a payment and its dossiers; an operator tells it again. */
@Service
class PaymentEvents {
  private final EventLog log;
  private final Audit audit;

  PaymentEvents(EventLog log, Audit audit) {
    this.log = log;
    this.audit = audit;
  }

  List<Told> of(Payment payment) {
    var subjects = new TreeSet<String>();
    subjects.add(payment.id().text());
    payment.dossiers().stream().map(DossierCode::text).forEach(subjects::add);
    return log.about(subjects);
  }

  /**
   * @throws Problem event-not-found (404), event-given-up (409), reason-missing and its like (422)
   */
  @Transactional
  public void resend(Payment payment, UUID event, String actor, String reason) {
    var why = Reason.of(reason);
    var told =
        of(payment).stream()
            .filter(it -> it.id().equals(event))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("event-not-found"));
    log.resend(event);
    audit.write(actor, "event-resent", payment.id().text(), told.type() + ": " + why);
  }
}
