package vn.dvc.pay.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.dossier.GivenUp;
import vn.dvc.pay.dossier.RecordingPortal;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.tracing.NoTraces;

/** Events on their way to the portal, on each database that we run on. */
@SpringBootTest(classes = DossierRoom.class)
@ActiveProfiles("test")
abstract class OutboxDeliveries {
  @Autowired Outbox outbox;
  @Autowired OutboxDelivery delivery;
  @Autowired OutboxClaims claims;
  @Autowired OldestEventHealth oldest;
  @Autowired OutboxSettings settings;
  @Autowired RecordingPortal portal;
  @Autowired DatabaseTime time;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired GivenUp givenUp;

  @BeforeEach
  void emptyOutbox() {
    jdbc.sql("delete from outbox").update();
    portal.forget();
    givenUp.events.clear();
  }

  @AfterEach
  void backToNow() {
    time.travel(Duration.ZERO);
  }

  @Test
  void anEventLeavesRightAfterItsCommit() {
    put("payment.finished");

    await().until(() -> delivered() == 1);
    assertThat(portal.received)
        .singleElement()
        .satisfies(
            event -> assertThat(event).contains("\"data\":{\"payment\":\"P1\",\"số\":\"một\"}"));
  }

  @Test
  void anEventOfAFactThatWasRolledBackNeverLeaves() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          outbox.put("payment.finished", Map.of());
          status.setRollbackOnly();
        });

    deliverDue(delivery);

    assertThat(portal.received).isEmpty();
  }

  @Test
  void noTransactionOrConnectionIsHeldDuringDelivery() {
    put("payment.finished");

    await().until(() -> delivered() == 1);
    assertThat(portal.heldByTheCaller).isEmpty();
  }

  @Test
  void rejectedEventIsRetriedAndFinallyAbandoned() throws Exception {
    portal.answers(event -> false);
    put("payment.finished");
    await().until(() -> attempts() == 1);

    var passed = Duration.ZERO;
    for (var i = 0; i < settings.pauses().size(); i++) {
      passed = passed.plus(settings.pauses().get(i));
      time.travel(passed.minusSeconds(20));
      deliverDue(delivery);
      assertThat(portal.received).as("too early").hasSize(i + 1);
      assertThat(givenUp.events).isEmpty();

      passed = passed.plusSeconds(30);
      time.travel(passed);
      deliverDue(delivery);
      assertThat(portal.received).as("after " + settings.pauses().get(i)).hasSize(i + 2);
    }

    assertThat(settings.pauses())
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(2));
    assertThat(portal.received).containsOnly(portal.received.get(0));
    assertThat(givenUp.events)
        .containsExactly(new OutboxGaveUp(eventId(portal.received.get(0)), "payment.finished"));
    time.travel(passed.plusDays(30));
    deliverDue(delivery);
    assertThat(portal.received).hasSize(6);
  }

  @Test
  void anotherNodeTakesOverTheEventOfANodeThatDiesBeforeMarkingIt() throws Exception {
    var alive = new AtomicBoolean();
    portal.answers(
        event -> {
          if (alive.get()) {
            return true;
          }
          throw new NodeDied();
        });
    put("payment.finished");
    await().until(() -> portal.received.size() == 1);
    alive.set(true);

    deliverDue(delivery);
    assertThat(portal.received).as("the claim still holds").hasSize(1);

    time.travel(settings.lease().plusSeconds(5));
    deliverDue(delivery);
    assertThat(portal.received).hasSize(2).containsOnly(portal.received.get(0));
    assertThat(delivered()).isEqualTo(1);
  }

  @Test
  void eachEventIsSentByOneNode() throws Exception {
    var nodes =
        IntStream.range(0, 4)
            .mapToObj(i -> new OutboxDelivery(claims, portal, settings, new NoTraces()))
            .toList();
    IntStream.range(0, 30).forEach(i -> write("payment.finished"));
    var start = new CyclicBarrier(nodes.size());
    var threads = Executors.newFixedThreadPool(nodes.size());

    var rounds = new ArrayList<Callable<Void>>();
    for (var node : nodes) {
      rounds.add(
          () -> {
            start.await();
            deliverDue(node);
            return null;
          });
    }
    for (var round : threads.invokeAll(rounds)) {
      round.get();
    }
    // A node that wakes by itself may have taken the last of them.
    await().until(() -> delivered() == 30);
    threads.shutdownNow();
    for (var node : nodes) {
      node.stop();
    }

    assertThat(portal.received).hasSize(30).doesNotHaveDuplicates();
    assertThat(delivered()).isEqualTo(30);
  }

  @Test
  void lateAnswerOfASlowNodeDoesNotUndoADelivery() {
    write("payment.finished");
    var event = claims.claim(1).get(0);
    assertThat(claims.claim(1)).as("claimed").isEmpty();
    time.travel(settings.lease().plusSeconds(5));
    assertThat(claims.claim(1)).as("claimed again").containsExactly(event);
    claims.delivered(event);

    claims.notDelivered(event);

    assertThat(delivered()).isEqualTo(1);
    time.travel(Duration.ofDays(9));
    assertThat(claims.claim(1)).isEmpty();
  }

  @Test
  void aRefundNeverOvertakesThePaymentOfItsDossier() {
    portal.answers(event -> !event.contains("dossier.paid") || !event.contains("D-1"));
    put("dossier.paid", "D-1");
    put("dossier.refunded", "D-1");
    put("dossier.paid", "D-2");
    await().until(() -> portal.received.stream().anyMatch(event -> event.contains("D-2")));
    deliverDue(delivery);
    assertThat(told("D-1"))
        .as("not acknowledged by the portal, and waiting")
        .containsExactly("dossier.paid");

    portal.answers(event -> true);
    time.travel(Duration.ofMinutes(2));
    deliverDue(delivery);
    deliverDue(delivery);
    assertThat(told("D-1")).containsExactly("dossier.paid", "dossier.paid", "dossier.refunded");
  }

  @Test
  void abandonedEventConfirmedByTwoPersonsUnblocksLaterOnes() {
    portal.answers(event -> !event.contains("dossier.paid"));
    put("dossier.paid", "D-3");
    put("dossier.refunded", "D-3");
    var passed = Duration.ZERO;
    for (var pause : settings.pauses()) {
      await().until(() -> !portal.received.isEmpty());
      deliverDue(delivery);
      passed = passed.plus(pause).plusSeconds(10);
      time.travel(passed);
    }
    deliverDue(delivery);
    assertThat(givenUp.events).hasSize(1);
    assertThat(told("D-3")).containsOnly("dossier.paid");

    transaction.executeWithoutResult(status -> outbox.vouchFor(givenUp.events.get(0).eventId()));
    await().until(() -> told("D-3").contains("dossier.refunded"));
  }

  @Test
  void oneDeliveryThatHangsHoldsBackOnlyItsOwnDossier() {
    var answers = new CountDownLatch(1);
    portal.answers(event -> !event.contains("D-4") || isAnswered(answers));
    try {
      put("dossier.paid", "D-4");
      await().until(() -> told("D-4").size() == 1);

      put("dossier.refunded", "D-4");
      for (var later = 0; later < 10; later++) {
        put("dossier.refunded", "D-5-" + later);
        put("dossier.paid", "D-6-" + later);
      }

      await().until(() -> delivered() == 20);
      assertThat(told("D-4")).as("the second waits for the first").containsExactly("dossier.paid");
    } finally {
      answers.countDown();
    }
    await().until(() -> told("D-4").equals(List.of("dossier.paid", "dossier.refunded")));
  }

  @Test
  void anEventThatIsUndeliveredForTooLongShowsInTheHealth() {
    portal.answers(event -> false);
    assertThat(oldest.health().getStatus()).isEqualTo(Status.UP);
    put("payment.finished");
    await().until(() -> attempts() == 1);
    assertThat(oldest.health().getStatus()).isEqualTo(Status.UP);

    time.travel(settings.overdue().plusSeconds(5));

    assertThat(oldest.health().getStatus()).isEqualTo(OldestEventHealth.OVERDUE);
    var meters = new SimpleMeterRegistry();
    oldest.bindTo(meters);
    assertThat(meters.get("dvc.outbox.oldest").gauge().value()).isBetween(600.0, 700.0);
  }

  private static boolean isAnswered(CountDownLatch answers) {
    try {
      return answers.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private List<String> told(String dossier) {
    return portal.received.stream()
        .filter(event -> event.contains(dossier))
        .map(event -> event.contains("dossier.refunded") ? "dossier.refunded" : "dossier.paid")
        .toList();
  }

  private void put(String type, String dossier) {
    transaction.executeWithoutResult(status -> outbox.put(type, Map.of("dossier", dossier)));
  }

  private static void deliverDue(OutboxDelivery node) {
    for (var inHand = node.round(); !inHand.isEmpty(); inHand = node.round()) {
      inHand.forEach(CompletableFuture::join);
    }
  }

  private void put(String type) {
    transaction.executeWithoutResult(
        status -> {
          var data = new LinkedHashMap<String, Object>();
          data.put("payment", "P1");
          data.put("số", "một");
          outbox.put(type, data);
        });
  }

  /** Without waking the delivery. */
  private void write(String type) {
    var id = UUID.randomUUID();
    jdbc.sql(
            "insert into outbox (event_id, event_type, body, attempts, next_attempt_at)"
                + " values (?,?,?,0,?)")
        .params(
            List.of(
                id,
                type,
                "{\"event_id\":\"" + id + "\"}",
                Timestamp.from(time.now().minusSeconds(1))))
        .update();
  }

  private int delivered() {
    return jdbc.sql("select count(*) from outbox where delivered_at is not null")
        .query(Integer.class)
        .single();
  }

  private int attempts() {
    return jdbc.sql("select max(attempts) from outbox").query(Integer.class).single();
  }

  private static UUID eventId(String event) throws Exception {
    return UUID.fromString(new ObjectMapper().readTree(event).get("event_id").asText());
  }

  /** Like a killed process: nothing after this call runs. */
  private static class NodeDied extends Error {
    private static final long serialVersionUID = 1;
  }
}

class OutboxDeliveriesOnH2Test extends OutboxDeliveries {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class OutboxDeliveriesOnPostgresTest extends OutboxDeliveries {}
