package vn.dvc.pay.bank.maintenance;

import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Banks;

/** A bank at which operators let nothing new start until this is closed. */
public final class UnderRepair implements AutoCloseable {
  private final String bin;
  private final Banks.Maintenance maintenance;
  private final TransactionTemplate transaction;

  public UnderRepair(String bin, Banks.Maintenance maintenance, TransactionTemplate transaction) {
    this.bin = bin;
    this.maintenance = maintenance;
    this.transaction = transaction;
    transaction.executeWithoutResult(on -> maintenance.begin(bin, "operator-1", "Công văn 7"));
  }

  @Override
  public void close() {
    transaction.executeWithoutResult(on -> maintenance.end(bin));
  }
}
