package vn.dvc.pay.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Sha256;

class TryCountsTest {
  private static final Instant NOON = Instant.parse("2026-11-29T05:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final String payer = Sha256.base64Url(UUID.randomUUID().toString().getBytes());
  private final String address = Sha256.base64Url(UUID.randomUUID().toString().getBytes());

  @ParameterizedTest
  @EnumSource
  void asManyAreAllowedAsTheRowSaysUntilItsWindowEnds(Migrated database) {
    var counts = of(database);
    for (int i = 0; i < 3; i++) {
      assertThat(counts.count(byPayer(3, NOON), NOON.plusSeconds(i))).isTrue();
    }
    var later = NOON.plusSeconds(100);
    assertThat(counts.count(byPayer(3, later), later)).isFalse();
    assertThat(counts.freeFrom(byPayer(3, later), later)).isEqualTo(NOON.plus(HOUR));
    var nextWindow = NOON.plus(HOUR);
    assertThat(counts.count(byPayer(3, nextWindow), nextWindow)).isTrue();
    assertThat(counts.count(byPayer(2, nextWindow), nextWindow)).isTrue();
    assertThat(counts.count(byPayer(2, nextWindow), nextWindow)).as("a row made tighter").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void onesOwnCountsMayBeFreeWhereAnotherIsFull(Migrated database) {
    var counts = of(database);
    counts.count(List.of(entry(Counted.ADDRESS, address, 1, NOON)), NOON);
    var both =
        List.of(entry(Counted.PAYER, payer, 5, NOON), entry(Counted.ADDRESS, address, 1, NOON));
    assertThat(counts.count(both, NOON)).isFalse();
    assertThat(counts.freeFrom(both, NOON)).isEqualTo(NOON.plus(HOUR));
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoThatTryAtOnceOneGetsTheLastPlace(Migrated database) throws Exception {
    var counts = of(database);
    counts.count(byPayer(2, NOON), NOON);
    assertThat(atOnce(counts, 2, 2)).containsExactlyInAnyOrder(true, false);
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoAreTheFirstAtOnceAsManyWinAsMay(Migrated database) throws Exception {
    assertThat(atOnce(of(database), 6, 4)).filteredOn(won -> won).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void countsWhoseWindowIsOverAreSwept(Migrated database) {
    of(database).count(byPayer(3, NOON), NOON);
    sweptAt(database, NOON.plus(HOUR));
    assertThat(rows(database)).isOne();
    sweptAt(database, NOON.plus(HOUR).plusSeconds(1));
    assertThat(rows(database)).isZero();
  }

  private List<Boolean> atOnce(TryCounts counts, int tries, int most) throws Exception {
    var together = new CyclicBarrier(tries);
    Callable<Boolean> one =
        () -> {
          together.await();
          return counts.count(byPayer(most, NOON), NOON);
        };
    var threads = Executors.newFixedThreadPool(tries);
    try {
      var results = threads.invokeAll(Collections.nCopies(tries, one));
      var won = new ArrayList<Boolean>();
      for (var result : results) {
        won.add(result.get());
      }
      return won;
    } finally {
      threads.shutdownNow();
    }
  }

  private void sweptAt(Migrated database, Instant now) {
    var time = mock(DatabaseTime.class);
    when(time.now()).thenReturn(now);
    new TryCounts(new JdbcTemplate(database.source), database.jdbc, time).sweep();
  }

  private int rows(Migrated database) {
    return database
        .jdbc
        .sql("select count(*) from try_count where subject = ?")
        .param(payer)
        .query(Integer.class)
        .single();
  }

  private static TryCounts of(Migrated database) {
    return new TryCounts(
        new JdbcTemplate(database.source), database.jdbc, mock(DatabaseTime.class));
  }

  private List<TryCounts.Try> byPayer(int most, Instant now) {
    return List.of(entry(Counted.PAYER, payer, most, now));
  }

  private static TryCounts.Try entry(Counted by, String subject, int most, Instant now) {
    return new TryCounts.Try(Tried.CARD, by, subject, most, now.plus(HOUR));
  }
}
