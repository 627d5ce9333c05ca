package vn.dvc.pay.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class DueWorkTest {
  private static final String HANGS = "hangs";

  private final ConcurrentLinkedQueue<String> rows = new ConcurrentLinkedQueue<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private DueWork<String> work = of(this::does);

  private DueWork<String> of(Predicate<String> one) {
    return new DueWork<>("trial", 2, this::due, row -> row, one);
  }

  private List<String> due(int atMost) {
    looks.incrementAndGet();
    return rows.stream().limit(atMost).toList();
  }

  private boolean does(String row) {
    begun.add(row);
    if (row.equals(HANGS)) {
      try {
        hanging.await();
      } catch (InterruptedException e) {
        return false;
      }
    }
    rows.remove(row);
    done.add(row);
    return true;
  }

  @AfterEach
  void stop() throws InterruptedException {
    hanging.countDown();
    work.stop();
  }

  @Test
  void hangingWorkBlocksNoOther() {
    rows.addAll(List.of(HANGS, "a", "b", "c", "d", "e"));
    work.wake();
    await().until(() -> done.containsAll(List.of("a", "b", "c", "d", "e")));

    rows.add("later");
    work.wake();

    await().until(() -> done.contains("later"));
    assertThat(done).doesNotContain(HANGS);
    assertThat(begun).filteredOn(HANGS::equals).hasSize(1);
  }

  @Test
  void itemsPutOffAreLookedForWhenDueOncePerSecond() {
    for (int item = 0; item < 50; item++) {
      work.wakeAfter(Duration.ofMillis(1));
    }

    await().until(() -> looks.get() > 0);
    assertThat(looks.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void roundWithoutProgressIsNotRepeatedAtOnce() {
    work = of(row -> false);
    rows.addAll(List.of("a", "b", "c", "d"));

    work.round().forEach(it -> it.join());

    assertThat(work.round()).as("a later round is possible").isNotNull();
    assertThat(looks).hasValue(2);
  }

  @Test
  void failedWorkFreesItsSlot() {
    work =
        of(
            row -> {
              done.add(row);
              throw new IllegalStateException("no");
            });
    rows.addAll(List.of("a", "b"));

    for (int round = 1; round <= 3; round++) {
      work.round().forEach(it -> it.join());
      assertThat(done).hasSize(2 * round);
    }
  }

  @Test
  void noMoreIsClaimedThanCanBeProcessedAtOnce() {
    var claims = new CopyOnWriteArrayList<Integer>();
    work =
        DueWork.ofClaimed(
            "trial",
            2,
            atMost -> {
              claims.add(atMost);
              return Stream.generate(rows::poll).limit(atMost).takeWhile(Objects::nonNull).toList();
            },
            row -> row,
            this::does);
    rows.addAll(List.of(HANGS, "a", "b", "c", "d"));

    work.wake();

    await().until(() -> done.containsAll(List.of("a", "b", "c", "d")));
    assertThat(claims.get(0)).isEqualTo(2);
    assertThat(claims.subList(1, claims.size())).as("beside the one that hangs").containsOnly(1);
  }
}
