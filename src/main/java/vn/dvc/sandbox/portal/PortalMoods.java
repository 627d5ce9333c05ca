package vn.dvc.sandbox.portal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.wire.Unending;

/** How the portal answers its next requests, if not well. */
@Component
class PortalMoods {

  /**
   * @param times how many requests are answered so
   * @param seconds how long each of these answers goes on
   */
  record Mood(Unending how, int times, int seconds) {
    Duration atMost() {
      return Duration.ofSeconds(seconds);
    }
  }

  private Mood mood;

  synchronized void set(Mood ordered) {
    mood = ordered;
  }

  synchronized void none() {
    mood = null;
  }

  synchronized Optional<Mood> take() {
    var now = Optional.ofNullable(mood);
    mood =
        mood == null || mood.times() <= 1
            ? null
            : new Mood(mood.how(), mood.times() - 1, mood.seconds());
    return now;
  }
}
