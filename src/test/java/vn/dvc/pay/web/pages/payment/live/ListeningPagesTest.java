package vn.dvc.pay.web.pages.payment.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dvc.pay.payment.PaymentStory;
import vn.dvc.pay.payment.PaymentStory.Mark;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.web.security.sessions.OpenSessions;
import vn.dvc.pay.web.security.sessions.SessionEnded;

/** Who is told what, and what it costs. */
@Tag("fast")
class ListeningPagesTest {
  private static final Mark BEFORE = new Mark("1", false);
  private static final Mark AFTER = new Mark("2", false);
  private static final Mark ENDED = new Mark("3", true);

  private static final LiveSettings OFTEN =
      new LiveSettings(Duration.ofMillis(10), Duration.ofHours(1), Duration.ofMinutes(5), 3, 1000);

  private static final LiveSettings BEATING =
      new LiveSettings(Duration.ofMillis(10), Duration.ZERO, Duration.ofMinutes(5), 3, 9);

  private final Marks marks = new Marks();
  private final Set<String> endedElsewhere = ConcurrentHashMap.newKeySet();
  private final ListeningPages pages = new ListeningPages(OFTEN, marks, sessions());

  @AfterEach
  void close() {
    pages.stop();
  }

  @Test
  void oneStatementOnOneThreadAsksForAllPages() {
    var threads = Thread.getAllStackTraces().keySet().stream().filter(this::isOurs).count();
    var listening = IntStream.range(0, 900).mapToObj(i -> page("payer" + i)).toList();
    listening.forEach(page -> marks.now.put(page.payment, AFTER));

    await().until(() -> listening.stream().allMatch(page -> page.heard().contains("changed")));
    assertThat(marks.asked).filteredOn(asked -> asked.size() == 900).isNotEmpty();
    assertThat(Thread.getAllStackTraces().keySet().stream().filter(this::isOurs).count())
        .isLessThanOrEqualTo(threads + 1);
  }

  private boolean isOurs(Thread thread) {
    return thread.getName().equals("listening-pages");
  }

  @Test
  void aPageIsToldOnceAndOnlyOfItsOwnPayment() {
    var one = page("a");
    var other = page("b");
    marks.now.put(one.payment, AFTER);
    await().until(() -> one.heard().contains("changed"));
    var looks = marks.asked.size();
    await().until(() -> marks.asked.size() > looks + 3);

    assertThat(one.heard()).containsOnlyOnce("event: changed\ndata:\n\n");
    assertThat(other.heard()).doesNotContain("changed");
  }

  @Test
  void nobodyAsksWhileNobodyListensAndAFinishedPaymentEndsIt() {
    assertThat(marks.asked).isEmpty();
    var page = page("a");
    marks.now.put(page.payment, ENDED);
    await().until(() -> page.heard().contains("changed") && page.ended());

    var before = marks.asked.size();
    var clock = new Marks();
    var ticking = new ListeningPages(OFTEN, clock, sessions());
    for (var ticks = 0; ticks < 10; ticks++) {
      var tick = page("b", ticking);
      await().until(tick::ended); // the clock does not know its payment
    }
    ticking.stop();
    assertThat(marks.asked).hasSize(before);
  }

  @Test
  void aPageThatIsToldNothingHearsThatItIsHeard() {
    var often = new ListeningPages(BEATING, marks, sessions());
    var page = page("a", often);
    await().until(() -> page.heard().contains("event: alive\ndata:\n\n"));
    often.stop();
    assertThat(page.ended()).isTrue();
  }

  @Test
  void aPayerMayListenOnThreePages() {
    for (var i = 0; i < 3; i++) {
      assertThat(page("a").added).isTrue();
    }
    assertThat(page("a").added).isFalse();
    assertThat(page("b").added).isTrue();
  }

  @Test
  void whatEndsTheSessionEndsItsPages() {
    var page = page("a");
    var other = page("b", pages, "another");
    pages.end(new SessionEnded("session"));
    assertThat(page.ended()).isTrue();
    assertThat(other.ended()).isFalse();
  }

  @Test
  void whatEndsTheSessionAtAnotherNodeEndsItsPagesToo() {
    var beating = new ListeningPages(BEATING, marks, sessions());
    var page = page("a", beating);
    var other = page("b", beating, "another");
    endedElsewhere.add("session");
    await().until(page::ended);
    assertThat(other.ended()).isFalse();
    beating.stop();
  }

  /** All are open but those that ended elsewhere. */
  private OpenSessions sessions() {
    var sessions = mock(OpenSessions.class);
    when(sessions.among(any()))
        .thenAnswer(
            asked -> {
              var open = new HashSet<String>(asked.<Set<String>>getArgument(0));
              open.removeAll(endedElsewhere);
              return open;
            });
    return sessions;
  }

  @Test
  void aFailureOfTheDatabaseEndsNothing() {
    var page = page("a");
    marks.fails = true;
    await().until(() -> marks.failures.size() > 2);
    marks.fails = false;
    marks.now.put(page.payment, AFTER);
    await().until(() -> page.heard().contains("changed"));
  }

  private Heard page(String login) {
    return page(login, pages);
  }

  private Heard page(String login, ListeningPages listening) {
    return page(login, listening, "session");
  }

  private Heard page(String login, ListeningPages listening, String session) {
    var payment = PaymentId.fresh();
    marks.now.put(payment, BEFORE);
    var request = new MockHttpServletRequest();
    var response = new MockHttpServletResponse();
    var connection = new MockAsyncContext(request, response);
    var ended = new ArrayList<Boolean>();
    connection.addListener(new WhenEnded(() -> ended.add(true)));
    var page = new ListeningPage(connection, session, login, payment, BEFORE);
    return new Heard(page, payment, response, ended, listening.add(page));
  }

  private record Heard(
      ListeningPage page,
      PaymentId payment,
      MockHttpServletResponse response,
      List<Boolean> endings,
      boolean added) {
    String heard() {
      synchronized (page) {
        try {
          return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
          throw new AssertionError(e);
        }
      }
    }

    boolean ended() {
      return !endings.isEmpty();
    }
  }

  /** What the test dictates, and for whom it was asked. */
  private static class Marks implements PaymentStory {
    final Map<PaymentId, Mark> now = new ConcurrentHashMap<>();
    final List<Set<PaymentId>> asked = new CopyOnWriteArrayList<>();
    final List<Boolean> failures = new CopyOnWriteArrayList<>();
    volatile boolean fails;

    @Override
    public List<AttemptMade> attempts(PaymentId payment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<PaymentId, Mark> marks(Set<PaymentId> payments) {
      if (fails) {
        failures.add(true);
        throw new IllegalStateException("database gone");
      }
      asked.add(payments);
      return Map.copyOf(now);
    }
  }
}
