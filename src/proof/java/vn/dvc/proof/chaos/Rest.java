package vn.dvc.proof.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.dvc.proof.check.Evidence;
import vn.dvc.proof.check.Unrest;

/** Waits, not for ever, until nothing is under way any more, and measures how long it took. */
final class Rest {
  private static final Duration BANKS_REMIND_AFTER = Duration.ofSeconds(90);
  private static final Set<String> AT_A_CARD = Set.of("WAITING_FOR_CARD", "WAITING_FOR_OTP");

  private final Settings settings;
  private final Supplier<Evidence> look;
  private final Caller banks;
  private final Tally tally;
  private Instant healed;
  private List<String> stillMoving = List.of();
  private List<Duration> healing = List.of();

  Rest(Settings settings, Supplier<Evidence> look, String sandboxUrl, Tally tally) {
    this.settings = settings;
    this.look = look;
    this.banks = Caller.anybody(sandboxUrl);
    this.tally = tally;
  }

  /** Everything is whole from now on. */
  Evidence await() throws InterruptedException {
    healed = Instant.now();
    var atHeal = look.get();
    var inFlight = inFlight(atHeal);
    Evidence now = atHeal;
    for (stillMoving = moving(now);
        !stillMoving.isEmpty() && !isOver();
        stillMoving = moving(now)) {
      TimeUnit.SECONDS.sleep(3);
      now = look.get();
      remind(now);
    }
    healing = durations(inFlight, now);
    return now;
  }

  /** What had not come to rest; the judge will say what is wrong with it. */
  List<String> stillMoving() {
    return stillMoving;
  }

  Duration whole() {
    return Duration.between(healed, Instant.now());
  }

  String measured() {
    if (healing.isEmpty()) {
      return "nothing was in flight at the heal";
    }
    return "%d payments in flight at the heal; from heal to their next certain state: median %.1f s, longest %.1f s"
        .formatted(
            healing.size(),
            seconds(healing.get(healing.size() / 2)),
            seconds(healing.get(healing.size() - 1)));
  }

  private boolean isOver() {
    return whole().compareTo(settings.rest()) > 0;
  }

  private static List<String> moving(Evidence now) {
    var moving = new ArrayList<>(Unrest.of(now));
    now.tables().payments().stream()
        .filter(it -> AT_A_CARD.contains(it.status()))
        .forEach(it -> moving.add("the window of payment " + it.id() + " is still open"));
    return moving;
  }

  private static List<String> inFlight(Evidence atHeal) {
    return atHeal.tables().payments().stream()
        .filter(it -> Set.of("PROCESSING", "BEING_CHECKED", "CREATED").contains(it.status()))
        .map(it -> it.id())
        .toList();
  }

  private List<Duration> durations(List<String> payments, Evidence now) {
    var took = new ArrayList<Duration>();
    for (var payment : payments) {
      now.tables().events().stream()
          .filter(it -> it.payment().equals(payment) && it.at().isAfter(healed))
          .filter(it -> !Set.of("PROCESSING", "BEING_CHECKED").contains(it.status()))
          .findFirst()
          .ifPresent(it -> took.add(Duration.between(healed, it.at())));
    }
    Collections.sort(took);
    return took;
  }

  /**
   * A bank tells of its own accord what became of an attempt. Without that the next question could
   * be five minutes away, after an inquiry that fell into a fault.
   */
  private void remind(Evidence now) {
    if (whole().compareTo(BANKS_REMIND_AFTER) < 0) {
      return;
    }
    now.tables().attempts().stream()
        .filter(it -> it.state().equals("UNKNOWN"))
        .forEach(it -> tellOf(it.bank(), it.ref()));
  }

  private void tellOf(String bank, UUID attempt) {
    if (banks.post("/sandbox/banks/" + bank + "/transactions/" + attempt + "/notice", null).ok()) {
      tally.count("reminders by banks after the heal");
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
