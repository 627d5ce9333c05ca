package vn.dvc.pay.registration.mandate;

import java.time.Duration;
import java.util.List;

/** How long to wait before a request is sent anew that surely had no effect: longer each time. */
final class Pauses {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1));

  private Pauses() {}

  static Duration after(int tries) {
    return PAUSES.get(Math.min(tries, PAUSES.size() - 1));
  }
}
