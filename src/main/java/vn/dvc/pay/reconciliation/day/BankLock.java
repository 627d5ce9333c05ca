package vn.dvc.pay.reconciliation.day;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time match a bank's days: a day's matching looks at the days before it, too. Held
 * for one day's lines or some cases, never while a bank is asked or a file is read.
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
   * @throws org.springframework.dao.DuplicateKeyException when another node did so just now
   */
  void add(String bank) {
    jdbc.sql("insert into reconciled_bank (bank) values (?)").param(bank).update();
  }

  /** In the caller's transaction, until its end. */
  void take(String bank) {
    jdbc.sql("select bank from reconciled_bank where bank = ? for update")
        .param(bank)
        .query(String.class)
        .single();
  }
}
