package vn.dvc.pay.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class VietnamTimeTest {
  private static final Instant NEW_YEAR = Instant.parse("2025-12-31T17:00:00Z");

  @Test
  void aDayBeginsSevenHoursBeforeItDoesInGreenwich() {
    assertThat(VietnamTime.startOf(LocalDate.of(2026, 1, 1))).isEqualTo(NEW_YEAR);
    assertThat(VietnamTime.dayOf(NEW_YEAR)).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(VietnamTime.dayOf(NEW_YEAR.minusNanos(1))).isEqualTo(LocalDate.of(2025, 12, 31));
  }

  @Test
  void timesAreShownInTheTimeOfVietnam() {
    assertThat(VietnamTime.formatter("HH:mm 'ngày' dd/MM/yyyy").format(NEW_YEAR))
        .isEqualTo("00:00 ngày 01/01/2026");
  }
}
