package vn.dvc.pay.operations.overview;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something has been so, in the largest unit that fits: nobody needs the seconds of a day.
 *
 * @param unit seconds, minutes, hours or days
 */
public record Age(long amount, String unit) {

  static Age between(Instant since, Instant now) {
    return of(Duration.between(since, now));
  }

  static Age of(Duration age) {
    var seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return new Age(seconds, "seconds");
    }
    if (seconds < 2 * 3600) {
      return new Age(seconds / 60, "minutes");
    }
    if (seconds < 48 * 3600) {
      return new Age(seconds / 3600, "hours");
    }
    return new Age(seconds / 86400, "days");
  }
}
