package vn.dvc.pay.web.security.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import vn.dvc.pay.engine.signin.TasklistSessions;
import vn.dvc.pay.keys.Sealing;
import vn.dvc.pay.keys.Sealings;
import vn.dvc.pay.testing.Migrated;

/** Two nodes and their sessions, on both databases. */
class SealedSessionsTest {
  private final Sealing sealing = Sealings.fresh();
  private final List<Object> events = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void whatOneNodeKeepsTheOtherReads(Migrated database) {
    var id = keep(node(database), "name", "value");

    assertThat(at(node(database), id).<String>getAttribute("name")).isEqualTo("value");
  }

  @ParameterizedTest
  @EnumSource
  void tablesShowNothingOfIt(Migrated database) {
    var id = keep(node(database), "name", "canary");

    for (var sealed :
        database
            .jdbc
            .sql("select attribute_bytes from web_session_attributes")
            .query(byte[].class)
            .list()) {
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    }
    assertThat(
            database
                .jdbc
                .sql("select count(*) from web_session where principal_name is not null")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(at(node(database), id)).isNotNull();
  }

  /** Whoever can write to the tables makes nobody somebody else. */
  @ParameterizedTest
  @EnumSource
  void attributeOpensInItsOwnPlaceOnly(Migrated database) {
    var victim = keep(node(database), "who", "victim");
    var thief = keep(node(database), "who", "thief");
    database
        .jdbc
        .sql(
            """
            update web_session_attributes set attribute_bytes = (
              select a.attribute_bytes from web_session_attributes a
              join web_session s on s.primary_id = a.session_primary_id where s.session_id = ?)
            where session_primary_id = (select primary_id from web_session where session_id = ?)""")
        .params(victim, thief)
        .update();

    assertThat(at(node(database), thief).<String>getAttribute("who")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void newIdOfTheSameSessionKeepsWhatIsInIt(Migrated database) {
    var node = node(database);
    var session = at(node, keep(node, "name", "value"));
    var id = session.changeSessionId();
    save(node, session);

    assertThat(at(node(database), id).<String>getAttribute("name")).isEqualTo("value");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSetToWhatItWasIsNotWritten(Migrated database) {
    var id = keep(node(database), "name", "value");
    var before = bytes(database, id);
    var node = node(database);
    var session = at(node, id);
    session.setAttribute("name", "value");
    save(node, session);
    assertThat(bytes(database, id)).isEqualTo(before);

    session.setAttribute("name", "another");
    save(node, session);
    assertThat(at(node(database), id).<String>getAttribute("name")).isEqualTo("another");
  }

  @ParameterizedTest
  @EnumSource
  void timeOfTheLastRequestIsNotedOnceAMinute(Migrated database) {
    var node = node(database);
    var id = keep(node, "name", "value");
    var begun = at(node, id).getLastAccessedTime();

    for (var seconds : new int[] {59, 61}) {
      var session = at(node, id);
      session.setLastAccessedTime(begun.plusSeconds(seconds));
      save(node, session);
      assertThat(at(node(database), id).getLastAccessedTime())
          .isEqualTo(seconds < 60 ? begun : begun.plusSeconds(seconds));
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoRequestsMaySetTheSameFirst(Migrated database) {
    var one = node(database);
    var other = node(database);
    var id = keep(one, "name", "value");
    var first = at(one, id);
    var second = at(other, id);
    first.setAttribute("token", "first");
    second.setAttribute("token", "second");
    save(one, first);
    save(other, second);

    assertThat(at(one, id).<String>getAttribute("token")).isEqualTo("second");
  }

  @ParameterizedTest
  @EnumSource
  void endedSessionStaysEndedWhateverASlowRequestKeeps(Migrated database) {
    var one = node(database);
    var id = keep(one, "name", "value");
    var slow = at(node(database), id);
    slow.setAttribute("token", "late");
    slow.setLastAccessedTime(Instant.now().plus(Duration.ofMinutes(5)));

    one.deleteById(id);
    save(node(database), slow);

    assertThat(node(database).findById(id)).isNull();
    assertThat(events).containsExactly(new SessionEnded(id));
    assertThat(new OpenSessions(database.jdbc).among(Set.of(id))).isEmpty();
  }

  /**
   * Or an empty session would sit where somebody has signed in, or the old id open what they do.
   */
  @ParameterizedTest
  @EnumSource
  void slowRequestOfTheOldIdChangesNothingOfTheNewOne(Migrated database) {
    var one = node(database);
    var old = keep(one, "who", "nobody");
    var slow = at(node(database), old);
    var signingIn = at(one, old);
    var id = signingIn.changeSessionId();
    signingIn.setAttribute("who", "officer");
    save(one, signingIn);

    slow.setAttribute("who", "still nobody");
    slow.setAttribute("token", "late");
    slow.setLastAccessedTime(Instant.now().plus(Duration.ofMinutes(5)));
    save(node(database), slow);

    var next = at(node(database), id);
    assertThat(next.<String>getAttribute("who")).isEqualTo("officer");
    assertThat(next.<String>getAttribute("token")).isNull();
    assertThat(node(database).findById(old)).isNull();
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void requestReadsItsSessionOnce(Migrated database) {
    var node = node(database);
    var id = keep(node, "name", "value");

    node.beginRequest();
    var first = node.findById(id);
    assertThat(node.findById(id)).isSameAs(first);
    node.deleteById(id);
    assertThat(node.findById(id)).isNull();
    node.endRequest();
  }

  @ParameterizedTest
  @EnumSource
  void idleSessionsAreSweptAndOpenNothingBefore(Migrated database) {
    var node = node(database);
    var id = keep(node, "name", "value");
    var sessions = new OpenSessions(database.jdbc);
    assertThat(sessions.among(Set.of(id))).containsExactly(id);
    database.jdbc.sql("update web_session set expiry_time = 0").update();

    assertThat(sessions.among(Set.of(id))).isEmpty();
    sessions.sweep();
    assertThat(database.jdbc.sql("select count(*) from web_session").query(Integer.class).single())
        .isZero();
  }

  private SealedSessions<?> node(Migrated database) {
    return SessionsConfiguration.sessions(
        new JdbcTemplate(database.source),
        new SessionSettings(Duration.ofHours(12), Duration.ofMinutes(10)),
        new SessionValues(sealing, mock(TasklistSessions.class)),
        events::add);
  }

  private static <S extends Session> String keep(
      SealedSessions<S> node, String name, String value) {
    var session = node.createSession();
    session.setAttribute(name, value);
    node.save(session);
    return session.getId();
  }

  private static Session at(SealedSessions<?> node, String id) {
    return Objects.requireNonNull(node.findById(id));
  }

  @SuppressWarnings("unchecked")
  private static <S extends Session> void save(SealedSessions<S> node, Session session) {
    node.save((SealedSession<S>) session);
  }

  private static byte[] bytes(Migrated database, String id) {
    return database
        .jdbc
        .sql(
            """
            select attribute_bytes from web_session_attributes a
            join web_session s on s.primary_id = a.session_primary_id where s.session_id = ?""")
        .params(id)
        .query(byte[].class)
        .single();
  }
}
