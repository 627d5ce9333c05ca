package vn.dvc.pay.operations.reconciliation;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.reconciliation.Reconciliations;

/** Fetches a statement at an operator's request and records who requested it. */
@Service
class StatementRequests {
  private final Reconciliations reconciliations;
  private final Audit audit;

  StatementRequests(Reconciliations reconciliations, Audit audit) {
    this.reconciliations = reconciliations;
    this.audit = audit;
  }

  /**
   * @throws vn.dvc.pay.values.Problem as {@link Reconciliations#importNow}
   */
  @Transactional
  public void importNow(String bank, LocalDate day, String actor) {
    reconciliations.importNow(bank, day);
    audit.write(actor, "statement-wanted", bank + " " + day, "");
  }
}
