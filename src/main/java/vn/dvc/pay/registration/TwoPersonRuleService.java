package vn.dvc.pay.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/**
 * Stores the rule as one row of the organisation. Each change is one statement that checks what it
 * changes, so that of two persons at once exactly one is right.
 */
@Service
class TwoPersonRuleService implements TwoPersonRule {
  private static final Setting OFF = new Setting(null, null);

  private final JdbcClient jdbc;
  private final Audit audit;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  TwoPersonRuleService(
      JdbcClient jdbc, Audit audit, DatabaseTime time, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public boolean appliesTo(Payer payer) {
    return of(payer).isOn();
  }

  @Override
  public Setting of(Payer payer) {
    if (payer.kind() != Payer.Kind.ORGANISATION) {
      return OFF;
    }
    return jdbc.sql("select * from two_person_rule where payer_id = ?")
        .param(payer.id())
        .query((row, number) -> setting(row))
        .optional()
        .orElse(OFF);
  }

  @Override
  public void switchOn(Payer payer, Person by) {
    if (payer.kind() != Payer.Kind.ORGANISATION) {
      throw Problem.conflict("two-persons-for-organisations");
    }
    try {
      transaction.executeWithoutResult(status -> insert(payer, by));
    } catch (DuplicateKeyException anotherWasFirst) {
      // It is on, which is all that was asked.
    }
  }

  @Override
  @Transactional
  public void askToSwitchOff(Payer payer, Person by) {
    var asked =
        jdbc.sql(
                """
                update two_person_rule set off_asked_by = ?, off_asked_name = ?, off_asked_at = ?
                where payer_id = ? and off_asked_by is null\
                """)
            .params(by.id(), by.name(), now(), payer.id())
            .update();
    if (asked == 0 && !of(payer).isOn()) {
      throw Problem.conflict("two-persons-not-on");
    }
    if (asked > 0) {
      audit.write(by.id(), "two-persons-off-asked", payer.id(), by.name());
    }
  }

  @Override
  @Transactional
  public void keep(Payer payer, Person by) {
    var kept =
        jdbc.sql(
                """
                update two_person_rule set off_asked_by = null, off_asked_name = null,
                  off_asked_at = null
                where payer_id = ? and off_asked_by is not null\
                """)
            .param(payer.id())
            .update();
    if (kept == 0) {
      throw Problem.conflict("two-persons-off-not-asked");
    }
    audit.write(by.id(), "two-persons-kept", payer.id(), by.name());
  }

  @Override
  @Transactional
  public void switchOff(Payer payer, Person by) {
    var off =
        jdbc.sql("delete from two_person_rule where payer_id = ? and off_asked_by <> ?")
            .params(payer.id(), by.id())
            .update();
    if (off == 0) {
      var asked = of(payer).offAskedBy();
      throw Problem.conflict(
          asked == null ? "two-persons-off-not-asked" : "two-persons-off-asked-by-you");
    }
    audit.write(by.id(), "two-persons-off", payer.id(), by.name());
  }

  private void insert(Payer payer, Person by) {
    jdbc.sql("insert into two_person_rule (payer_id, since) values (?, ?)")
        .params(payer.id(), now())
        .update();
    audit.write(by.id(), "two-persons-on", payer.id(), by.name());
  }

  private OffsetDateTime now() {
    return time.now().atOffset(ZoneOffset.UTC);
  }

  private static Setting setting(ResultSet row) throws SQLException {
    var by = row.getString("off_asked_by");
    return new Setting(
        row.getObject("since", OffsetDateTime.class).toInstant(),
        by == null ? null : new Person(by, row.getString("off_asked_name")));
  }
}
