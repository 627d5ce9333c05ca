package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.registration.RegistrationDrafts.Draft;
import vn.dvc.pay.time.DatabaseTime;

/** What was typed and not sent. */
@RegistrationTest
class RegistrationDraftsTest {
  private static final Draft FIRST = draft("1133");
  private static final Draft SECOND = draft("113366668888");

  private final String payer = "D" + UUID.randomUUID().toString().substring(0, 12);

  @Autowired RegistrationDrafts drafts;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  @Test
  void aPayerHasOneDraftTheNewest() {
    assertThat(drafts.find(payer)).isEmpty();

    drafts.keep(payer, FIRST);
    drafts.keep(payer, SECOND);

    assertThat(drafts.find(payer)).contains(SECOND);
    drafts.forget(payer);
    assertThat(drafts.find(payer)).isEmpty();
  }

  @Test
  void aDraftExpiresAMonthAfterItWasLastKept() {
    drafts.keep(payer, FIRST);
    assertThat(expiry()).isAfter(time.now().plus(Duration.ofDays(29)));

    age(Duration.ofDays(30));
    assertThat(drafts.find(payer)).isEmpty();

    drafts.keep(payer, SECOND);
    assertThat(drafts.find(payer)).contains(SECOND);
  }

  @Test
  void whatIsTooLongToBeSentIsClippedAndNotRefused() {
    drafts.keep(payer, draft("1".repeat(5_000)));

    assertThat(drafts.find(payer))
        .hasValueSatisfying(draft -> assertThat(draft.account()).hasSize(200));
  }

  private Instant expiry() {
    return jdbc.sql("select expires_at from registration_draft where payer_id = ?")
        .param(payer)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private void age(Duration by) {
    jdbc.sql("update registration_draft set expires_at = ? where payer_id = ?")
        .params(expiry().minus(by).atOffset(ZoneOffset.UTC), payer)
        .update();
  }

  private static Draft draft(String account) {
    return new Draft("970415", account, "Nguyễn Văn A", "Hội An", "", "", "", "");
  }
}
