package vn.dvc.pay.web.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.WebTest;

/** A portal that missed webhooks catches up. */
@WebTest
class EventApiControllerTest {
  private static final String EVENTS = "/api/v1/events";

  @Autowired Callers callers;
  @Autowired JdbcClient jdbc;

  private final String subject = UUID.randomUUID().toString();

  @AfterEach
  void leaveNothing() {
    jdbc.sql("delete from outbox where subject = ?").param(subject).update();
  }

  @Test
  void everyEventIsReadOnceInItsOrderPageByPage() throws Exception {
    var written = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      written.add(StoredEvents.delivered(jdbc, subject).toString());
    }
    var read = new ArrayList<String>();
    var after = "0";
    JsonNode page;
    do {
      page = callers.portal().get(EVENTS + "?limit=2&after=" + after).json();
      page.path("events").forEach(event -> read.add(event.path("event_id").asText()));
      after = page.path("next").asText();
    } while (!page.path("events").isEmpty());

    assertThat(read).doesNotHaveDuplicates().containsSubsequence(written);
    assertThat(callers.portal().get(EVENTS + "?after=" + after).json().path("next").asText())
        .isEqualTo(after);
  }

  /** An earlier one may still be in a transaction that has not ended, and would be passed over. */
  @Test
  void nothingBehindAnEventOfThisMinuteIsShownYet() throws Exception {
    var fresh = StoredEvents.deliveredJustNow(jdbc, subject);
    var behind = StoredEvents.delivered(jdbc, subject);
    var after = "0";
    JsonNode page;
    do {
      page = callers.portal().get(EVENTS + "?limit=100&after=" + after).json();
      after = page.path("next").asText();
      assertThat(page.toString()).doesNotContain(fresh.toString(), behind.toString());
    } while (!page.path("events").isEmpty());
  }

  @Test
  void takenEventIsDueAgainWithTheSameBody() throws Exception {
    var id = StoredEvents.delivered(jdbc, subject);
    var answer = callers.portal().json("POST", EVENTS + "/" + id + "/resend", "{}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("event_id").asText()).isEqualTo(id.toString());
    assertThat(answer.json().path("deliveredAt").isNull()).isTrue();
    assertThat(isUnderWay(id)).isTrue();
    assertThat(callers.portal().json("POST", EVENTS + "/" + id + "/resend", "{}").status())
        .isEqualTo(202);
  }

  @Test
  void whatTwoPersonsDecideAboutIsLeftToThem() {
    var open = StoredEvents.givenUp(jdbc, subject, false);
    var refused = callers.portal().json("POST", EVENTS + "/" + open + "/resend", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("event-given-up");

    var decided = StoredEvents.givenUp(jdbc, subject, true);
    assertThat(callers.portal().json("POST", EVENTS + "/" + decided + "/resend", "{}").status())
        .isEqualTo(202);
    assertThat(isUnderWay(decided)).isTrue();
  }

  @Test
  void wrongRequestsAreRefused() {
    for (var wrong : new String[] {"?limit=0", "?limit=101", "?after=-1", "?after=x"}) {
      assertThat(callers.portal().get(EVENTS + wrong).status()).as(wrong).isEqualTo(400);
    }
    var unknown = EVENTS + "/" + UUID.randomUUID() + "/resend";
    assertThat(callers.portal().json("POST", unknown, "{}").status()).isEqualTo(404);
    assertThat(callers.anybody().get(EVENTS).status()).isEqualTo(401);
  }

  private boolean isUnderWay(UUID id) {
    return jdbc.sql(
            "select count(*) from outbox where event_id = ? and next_attempt_at is not null")
        .param(id)
        .query(Long.class)
        .single()
        .equals(1L);
  }
}
