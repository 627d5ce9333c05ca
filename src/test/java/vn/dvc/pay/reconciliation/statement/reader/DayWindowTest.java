package vn.dvc.pay.reconciliation.statement.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.reconciliation.statement.DayWindow;
import vn.dvc.pay.time.VietnamTime;

/** The beginning and end of a bank's day, in every notation of its statements. */
@Tag("fast")
class DayWindowTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final DayWindow WINDOW = DayWindow.of(DAY);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T23:59:59+07:00",
    "2026-11-24T23:59:59.000+07:00",
    "2026-11-24T23:59:59.999+07:00",
    "2026-11-24T23:59:59.999999999+07:00",
    "2026-11-24T24:00:00+07:00",
    "2026-11-24T24:00:00.000+07:00",
    "2026-11-25T00:00:00+07:00",
    "2026-11-24T17:00:00Z",
    "2026-11-24T16:59:59Z"
  })
  void statementUpToTheLastMomentIsCompleteAndEndsWithTheDay(String to) {
    var last = Moments.read(to).toInstant();
    assertThat(WINDOW.holds(WINDOW.from(), last)).isTrue();
    assertThat(WINDOW.isWholeAt(last)).isTrue();
    assertThat(WINDOW.closingOf(last)).isEqualTo(WINDOW.end());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24T23:59:58+07:00", "2026-11-24T12:00:00+07:00"})
  void statementThatEndsEarlierCoversOnlyTheBeginning(String to) {
    var last = Moments.read(to).toInstant();
    assertThat(WINDOW.holds(WINDOW.from(), last)).isTrue();
    assertThat(WINDOW.isWholeAt(last)).isFalse();
    assertThat(WINDOW.closingOf(last)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    // overlaps the next day, or the day before
    "2026-11-24T00:00:00+07:00, 2026-11-25T00:00:00.001+07:00",
    "2026-11-23T23:59:59+07:00, 2026-11-24T23:59:59+07:00",
    // leaves a gap at its beginning
    "2026-11-24T00:00:01+07:00, 2026-11-25T00:00:00+07:00",
    // covers no time at all, or the day in another zone
    "2026-11-24T00:00:00+07:00, 2026-11-24T00:00:00+07:00",
    "2026-11-24T00:00:00+07:00, 2026-11-23T12:00:00+07:00",
    "2026-11-24T00:00:00Z, 2026-11-25T00:00:00Z"
  })
  void statementThatOverlapsOrLeavesAGapDoesNotFitTheDay(String from, String to) {
    assertThat(WINDOW.holds(Moments.read(from).toInstant(), Moments.read(to).toInstant()))
        .isFalse();
  }

  @Test
  void midnightMayBeWrittenAsTheEndOfTheDayBefore() {
    var from = Moments.read("2026-11-23T24:00:00+07:00").toInstant();
    assertThat(from).isEqualTo(WINDOW.from());
  }

  @Test
  void daysJoinWithoutGapAndWithoutOverlap() {
    var next = DayWindow.of(DAY.plusDays(1));
    assertThat(WINDOW.end()).isEqualTo(next.from());
    assertThat(VietnamTime.dayOf(WINDOW.from())).isEqualTo(DAY);
    assertThat(VietnamTime.dayOf(WINDOW.end().minusNanos(1))).isEqualTo(DAY);
    assertThat(VietnamTime.dayOf(WINDOW.end())).isEqualTo(DAY.plusDays(1));
  }
}
