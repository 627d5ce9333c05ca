package vn.dvc.pay.bank.signing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CachedJwkSetTest {
  private static final JWKSet FIRST = setOf("first");
  private static final JWKSet SECOND = setOf("second");

  private final SteppedClock clock = new SteppedClock();
  private Supplier<Optional<JWKSet>> bank = () -> Optional.of(FIRST);
  private int fetches;
  private final CachedJwkSet cached =
      new CachedJwkSet(
          () -> {
            fetches++;
            return bank.get();
          },
          Duration.ofHours(1),
          clock);

  @Test
  void keysThatSufficeAreFetchedAgainOnlyWhenTheyAreOld() {
    assertThat(find("first")).isSameAs(FIRST);
    clock.advance(Duration.ofMinutes(59));
    find("first");
    assertThat(fetches).isEqualTo(1);
    clock.advance(Duration.ofMinutes(2));
    find("first");
    assertThat(fetches).isEqualTo(2);
  }

  @Test
  void wantedKeyThatIsMissingIsFetchedButNotAllTheTime() {
    find("first");
    bank = () -> Optional.of(SECOND);
    assertThat(find("second")).isSameAs(FIRST);
    clock.advance(Duration.ofSeconds(6));
    assertThat(find("second")).isSameAs(SECOND);
    assertThat(fetches).isEqualTo(2);
  }

  @Test
  void keysAreKeptWhileTheBankGivesNone() {
    find("first");
    bank = Optional::empty;
    clock.advance(Duration.ofHours(2));
    assertThat(find("first")).isSameAs(FIRST);
  }

  @Test
  void bankThatIsSlowToAnswerKeepsOthersWaitingNeitherForOldNorForUnknownKeys() throws Exception {
    find("first");
    clock.advance(Duration.ofHours(2));
    var asked = new CountDownLatch(1);
    var answers = new CountDownLatch(1);
    bank =
        () -> {
          asked.countDown();
          await(answers);
          return Optional.of(SECOND);
        };
    var fetching = CompletableFuture.supplyAsync(() -> find("second"));
    try {
      assertThat(asked.await(10, SECONDS)).isTrue();
      clock.advance(Duration.ofMinutes(1)); // long after another try would be allowed

      assertThat(soon(() -> find("first"))).isSameAs(FIRST);
      assertThat(soon(() -> find("forged"))).isSameAs(FIRST);
    } finally {
      answers.countDown();
    }
    assertThat(fetching.get(10, SECONDS)).isSameAs(SECOND);
    assertThat(fetches).isEqualTo(2);
    assertThat(find("second")).isSameAs(SECOND);
  }

  @Test
  void fetchThatFailsIsTriedAgain() {
    bank =
        () -> {
          throw new IllegalStateException("no route");
        };
    assertThat(CompletableFuture.supplyAsync(() -> find("first")))
        .failsWithin(Duration.ofSeconds(10));
    bank = () -> Optional.of(FIRST);
    clock.advance(Duration.ofSeconds(6));
    assertThat(find("first")).isSameAs(FIRST);
  }

  private JWKSet find(String keyId) {
    return cached.keys(keys -> keys.getKeyByKeyId(keyId) != null);
  }

  private static JWKSet soon(Supplier<JWKSet> keys)
      throws InterruptedException, ExecutionException, TimeoutException {
    return CompletableFuture.supplyAsync(keys).get(10, SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWKSet setOf(String keyId) {
    try {
      return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stands still until it is advanced. */
  private static final class SteppedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-24T05:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
