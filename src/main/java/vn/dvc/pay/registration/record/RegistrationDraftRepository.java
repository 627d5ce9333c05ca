package vn.dvc.pay.registration.record;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.RegistrationDrafts;
import vn.dvc.pay.time.DatabaseTime;

/** Stored drafts ({@code registration_draft}). */
@Component
class RegistrationDraftRepository implements RegistrationDrafts {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MAX_LENGTH = 200;

  private final JdbcClient jdbc;
  private final DatabaseTime time;

  RegistrationDraftRepository(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @Override
  public Optional<Draft> find(String payerId) {
    return jdbc.sql("select * from registration_draft where payer_id = ? and expires_at > ?")
        .params(payerId, sqlTime(time.now()))
        .query(
            (row, number) ->
                new Draft(
                    row.getString("bank"),
                    row.getString("account"),
                    row.getString("holder"),
                    row.getString("branch"),
                    row.getString("phone"),
                    row.getString("email"),
                    row.getString("representative_name"),
                    row.getString("representative_title")))
        .optional();
  }

  @Override
  public void keep(String payerId, Draft draft) {
    if (!replaced(payerId, draft)) {
      try {
        insert(payerId, draft);
      } catch (DuplicateKeyException fromAnotherTab) {
        replaced(payerId, draft);
      }
    }
  }

  @Override
  public void forget(String payerId) {
    jdbc.sql("delete from registration_draft where payer_id = ?").param(payerId).update();
  }

  /** Every node does this on its own schedule; deleting twice does no harm. */
  @Scheduled(cron = "0 50 3 * * *")
  void sweep() {
    jdbc.sql("delete from registration_draft where expires_at <= ?")
        .param(sqlTime(time.now()))
        .update();
  }

  private boolean replaced(String payerId, Draft draft) {
    return jdbc.sql(
                """
                update registration_draft set bank = ?, account = ?, holder = ?, branch = ?,
                  phone = ?, email = ?, representative_name = ?, representative_title = ?,
                  expires_at = ?
                where payer_id = ?""")
            .params(values(draft))
            .params(expiry(), payerId)
            .update()
        > 0;
  }

  private void insert(String payerId, Draft draft) {
    jdbc.sql(
            """
            insert into registration_draft (bank, account, holder, branch, phone, email,
              representative_name, representative_title, expires_at, payer_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(values(draft))
        .params(expiry(), payerId)
        .update();
  }

  private static Object[] values(Draft draft) {
    return new Object[] {
      clipped(draft.bank()),
      clipped(draft.account()),
      clipped(draft.holder()),
      clipped(draft.branch()),
      clipped(draft.phone()),
      clipped(draft.email()),
      clipped(draft.representativeName()),
      clipped(draft.representativeTitle())
    };
  }

  /** Nothing that could be sent is longer. */
  private static String clipped(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }

  private Object expiry() {
    return sqlTime(time.now().plus(KEPT));
  }

  private static Object sqlTime(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
