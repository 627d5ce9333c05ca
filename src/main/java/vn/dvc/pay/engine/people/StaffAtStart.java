package vn.dvc.pay.engine.people;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Provides groups and initial staff before anything is served, on one node at a time. */
@Component
class StaffAtStart implements SmartInitializingSingleton {
  private final StaffGroups groups;
  private final FirstStaff staff;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  StaffAtStart(
      StaffGroups groups,
      FirstStaff staff,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.groups = groups;
    this.staff = staff;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select value_ from act_ge_property where name_ = 'startup.lock' for update")
              .query(String.class)
              .optional();
          groups.provide();
          staff.provide();
        });
  }
}
