package vn.dvc.pay.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.dvc.pay.engine.signin.SignInAttempts;
import vn.dvc.pay.engine.signin.SignInAttempts.Door;
import vn.dvc.pay.keys.Fingerprints;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.Sha256;

/** Two nodes guard the same names and addresses; they share only the database. */
class SharedAttemptsTest {
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.7";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger asked = new AtomicInteger();
  private final DatabaseTime time = mock(DatabaseTime.class);
  private final Fingerprints fingerprints = mock(Fingerprints.class);
  private Instant now = Instant.parse("2026-11-29T05:00:00Z");
  private SignInAttempts one;
  private SignInAttempts other;

  private void nodesOn(Migrated database) {
    database.jdbc.sql("delete from failed_try").update();
    when(time.now()).thenAnswer(call -> now);
    when(fingerprints.of(any(), any()))
        .thenAnswer(
            call -> Sha256.base64Url((call.getArgument(0) + " " + call.getArgument(1)).getBytes()));
    one = node(database);
    other = node(database);
    from(HERE);
  }

  private SignInAttempts node(Migrated database) {
    var failures = new FailedTries(new JdbcTemplate(database.source), database.jdbc, time);
    return new SharedAttempts(failures, fingerprints, time, meters);
  }

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @ParameterizedTest
  @EnumSource
  void afterFiveFailuresAtAnyNodeAPasswordIsTriedEveryThirtySecondsOnly(Migrated database) {
    nodesOn(database);
    fails(one, "officer-1", 3);
    fails(other, "officer-1", 10);
    fails(one, "officer-1", 7);
    assertThat(asked).hasValue(5);

    passes(Duration.ofSeconds(30));
    fails(one, "officer-1", 10);
    fails(other, "officer-1", 10);
    assertThat(asked).hasValue(6);
    assertThat(meters.counter("dvc.sign-in", "outcome", "failed").count()).isEqualTo(6);
    assertThat(meters.counter("dvc.sign-in", "outcome", "delayed").count()).isEqualTo(34);
  }

  @ParameterizedTest
  @EnumSource
  void rightPasswordIsRefusedWhileTheDelayLastsAndTakenAfterwards(Migrated database) {
    nodesOn(database);
    fails(one, "officer-1", 5);
    assertThat(signsIn(other, "officer-1")).isFalse();

    passes(Duration.ofSeconds(30));
    assertThat(signsIn(other, "officer-1")).isTrue();
    fails(one, "officer-1", 4);
    assertThat(signsIn(one, "officer-1")).as("begins anew after a success").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void strangerElsewhereKeepsNobodyOut(Migrated database) {
    nodesOn(database);
    from(ELSEWHERE);
    fails(one, "officer-1", 100);

    from(HERE);
    assertThat(signsIn(one, "officer-1")).isTrue();
    assertThat(signsIn(other, "officer-1")).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void oneAddressTriesFewNamesAndThoseWhoKnowTheirPasswordsCostItNothing(Migrated database) {
    nodesOn(database);
    for (var name = 0; name < 50; name++) {
      fails(one, "name-" + name, 1);
      assertThat(signsIn(other, "officer-1")).isTrue();
    }
    for (var name = 50; name < 100; name++) {
      fails(other, "name-" + name, 1);
    }
    assertThat(asked).hasValue(60);
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceWithTheRightPasswordAreNotDelayed(Migrated database) {
    nodesOn(database);
    assertThat(signsInDuringOthers("portal", 100)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void ofManyGuessesAtOnceAsManyAreLookedAtAsAreLeft(Migrated database) throws Exception {
    nodesOn(database);
    fails(one, "officer-1", 3);
    Callable<Boolean> guess =
        () -> {
          from(HERE);
          fails(one, "officer-1", 1);
          fails(other, "officer-1", 1);
          return true;
        };
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (var guessed : threads.invokeAll(Collections.nCopies(8, guess))) {
        assertThat(guessed.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(asked).hasValue(5);
  }

  @ParameterizedTest
  @EnumSource
  void doorsAreGuardedEachByItself(Migrated database) {
    nodesOn(database);
    fails(one, "BL-2026-0000001", 5);
    assertThat(one.tried(Door.PAPER, "BL-2026-0000001", () -> Optional.of(true))).isPresent();
  }

  /** Whoever signs in is told nothing, see {@link SignInAttempts}. */
  @ParameterizedTest
  @EnumSource
  void atOtherDoorsItIsSaidWhenToGoOn(Migrated database) {
    nodesOn(database);
    for (var guess = 0; guess < 5; guess++) {
      assertThat(one.tried(Door.PAPER, "BL-2026-0000001", Optional::empty)).isEmpty();
    }
    passes(Duration.ofSeconds(12));
    refusesGuessUntil("BL-2026-0000001", 19, "2026-11-29T05:00:30Z");
    passes(Duration.ofSeconds(18));
    assertThat(other.tried(Door.PAPER, "BL-2026-0000001", () -> Optional.of(true))).isPresent();
  }

  /** Then it is the address that has to wait. */
  @ParameterizedTest
  @EnumSource
  void addressThatGuessesAtManyNamesIsToldWhenToGoOn(Migrated database) {
    nodesOn(database);
    for (var name = 0; name < 60; name++) {
      assertThat(one.tried(Door.DOSSIER, "dossier-" + name, Optional::empty)).isEmpty();
    }
    refusesGuessUntil("dossier-60", 3, "2026-11-29T05:00:02Z");
  }

  private void refusesGuessUntil(String name, long seconds, String time) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> other.tried(Door.PAPER, name, () -> Optional.of(asked.incrementAndGet())))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-many-guesses"))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(429))
        .satisfies(
            refused ->
                assertThat(refused.facts())
                    .isEqualTo(Map.of("retryAfter", seconds, "retryAt", time)));
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void failuresThatAreMadeUpForAreSwept(Migrated database) {
    nodesOn(database);
    fails(one, UUID.randomUUID().toString(), 1);
    passes(Duration.ofSeconds(31));
    new FailedTries(new JdbcTemplate(database.source), database.jdbc, time).sweep();
    assertThat(database.jdbc.sql("select count(*) from failed_try").query(Integer.class).single())
        .isZero();
  }

  private boolean signsInDuringOthers(String name, int others) {
    return one.tried(
            name,
            () ->
                Optional.of(name).filter(it -> others == 0 || signsInDuringOthers(it, others - 1)))
        .isPresent();
  }

  private void fails(SignInAttempts node, String name, int times) {
    for (var time = 0; time < times; time++) {
      assertThat(
              node.tried(
                  name,
                  () -> {
                    asked.incrementAndGet();
                    return Optional.empty();
                  }))
          .isEmpty();
    }
  }

  private static boolean signsIn(SignInAttempts node, String name) {
    return node.tried(name, () -> Optional.of(name)).isPresent();
  }

  private void passes(Duration duration) {
    now = now.plus(duration);
  }

  private static void from(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }
}
