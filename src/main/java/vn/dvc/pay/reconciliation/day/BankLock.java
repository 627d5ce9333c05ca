package vn.dvc.pay.reconciliation.day;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Serialises the matching of a bank's days, because matching one day also looks at earlier ones.
 * Held while one day's lines are matched or some cases are opened, never during a bank call or
 * while a file is read.
 */
@Component
class BankLock {
  private final JdbcClient jdbc;

  BankLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isKnown(String bank) {
    return jdbc.sql("select count(*) from reconciled_bank where bank = ?")
            .param(bank)
            .query(Long.class)
            .single()
        == 1;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another node has just added it
   */
  void add(String bank) {
    jdbc.sql("insert into reconciled_bank (bank) values (?)").param(bank).update();
  }

  /** Locks the bank until the end of the caller's transaction. */
  void take(String bank) {
    jdbc.sql("select bank from reconciled_bank where bank = ? for update")
        .param(bank)
        .query(String.class)
        .single();
  }
}
