package vn.dvc.pay.operations.banks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.values.Problem;

/** Begins and ends a bank's maintenance, each for a reason that is audited. */
@Service
class BankMaintenance {
  private final Banks banks;
  private final Banks.Maintenance maintenance;
  private final Audit audit;

  BankMaintenance(Banks banks, Banks.Maintenance maintenance, Audit audit) {
    this.banks = banks;
    this.maintenance = maintenance;
    this.audit = audit;
  }

  /**
   * @throws Problem reason-missing, bank-unknown (422), bank-in-maintenance (409)
   */
  @Transactional
  public void begin(String bin, String actor, String reason) {
    var why = Reason.of(reason);
    requireKnown(bin);
    maintenance.begin(bin, actor, why);
    audit.write(actor, "bank-maintenance-begun", bin, why);
  }

  /**
   * @throws Problem reason-missing, bank-unknown (422), bank-not-in-maintenance (409)
   */
  @Transactional
  public void end(String bin, String actor, String reason) {
    var why = Reason.of(reason);
    requireKnown(bin);
    maintenance.end(bin);
    audit.write(actor, "bank-maintenance-ended", bin, why);
  }

  private void requireKnown(String bin) {
    banks.find(bin).orElseThrow(() -> Problem.invalid("bank-unknown"));
  }
}
