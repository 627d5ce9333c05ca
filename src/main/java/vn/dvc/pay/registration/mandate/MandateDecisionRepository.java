package vn.dvc.pay.registration.mandate;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.record.RegistrationEntity;

/** Decisions about mandates that their banks did not change. Append-only. */
@Component
class MandateDecisionRepository {
  private final JdbcClient jdbc;

  MandateDecisionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records a decision for the registration's current version, which is read without a lock. */
  void add(String registration, String decision, Instant now) {
    jdbc.sql(
            """
            insert into mandate_decision (registration, form_version, decision, decided_at)
            select r.id, r.form_version, ?, ? from registration r
            where r.id = ? and not exists (
              select 1 from mandate_decision d
              where d.registration = r.id and d.form_version = r.form_version and d.decision = ?)""")
        .params(decision, now.atOffset(ZoneOffset.UTC), registration, decision)
        .update();
  }

  boolean isMade(RegistrationEntity of, String decision) {
    return jdbc.sql(
                """
                select count(*) from mandate_decision
                where registration = ? and form_version = ? and decision = ?""")
            .params(of.id().text(), of.formVersion(), decision)
            .query(Long.class)
            .single()
        > 0;
  }
}
