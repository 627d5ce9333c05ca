package vn.dvc.proof.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.dvc.proof.check.JudgeEvidence;
import vn.dvc.proof.check.Unrest;

/** Waits, within limits, until nothing is under way any more, and measures how long that took. */
final class Quiescence {
  /** Nobody has to act on these: they end with their windows, which last minutes here. */
  private static final Set<String> ENDS_SOON =
      Set.of("WAITING_FOR_CARD", "WAITING_FOR_OTP", "PROCESSING");

  private final Settings settings;
  private final Supplier<JudgeEvidence> look;
  private Instant healed;
  private List<String> inFlight = List.of();
  private List<String> stillMoving = List.of();
  private List<Healed> healing = List.of();

  /** How long after the heal the state of this payment was certain. */
  private record Healed(Duration took, String payment) {
    private double seconds() {
      return took.toMillis() / 1_000.0;
    }
  }

  Quiescence(Settings settings, Supplier<JudgeEvidence> look) {
    this.settings = settings;
    this.look = look;
  }

  /** From now on everything works; what is in flight is measured. */
  void begin() {
    healed = Instant.now();
    inFlight = inFlight(look.get());
  }

  /** From now on nobody starts anything new. */
  void await() throws InterruptedException {
    var since = Instant.now();
    var now = look.get();
    for (stillMoving = moving(now);
        !stillMoving.isEmpty() && !isOver(since);
        stillMoving = moving(now)) {
      TimeUnit.SECONDS.sleep(3);
      now = look.get();
    }
    healing = healing(now);
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
    var longest = healing.get(healing.size() - 1);
    return "%d payments in flight at the heal; from heal to their next certain state: median %.1f s, longest %.1f s (%s)"
        .formatted(
            healing.size(),
            healing.get(healing.size() / 2).seconds(),
            longest.seconds(),
            longest.payment());
  }

  private boolean isOver(Instant since) {
    return Duration.between(since, Instant.now()).compareTo(settings.rest()) > 0;
  }

  private static List<String> moving(JudgeEvidence now) {
    var moving = new ArrayList<>(Unrest.of(now));
    now.tables().payments().stream()
        .filter(it -> ENDS_SOON.contains(it.status()) && !now.hasOpenCase(it.id()))
        .forEach(it -> moving.add("the window of payment " + it.id() + " is still open"));
    return moving;
  }

  private static List<String> inFlight(JudgeEvidence atHeal) {
    return atHeal.tables().payments().stream()
        .filter(it -> Set.of("PROCESSING", "BEING_CHECKED", "CREATED").contains(it.status()))
        .map(it -> it.id())
        .toList();
  }

  private List<Healed> healing(JudgeEvidence now) {
    var took = new ArrayList<Healed>();
    for (var payment : inFlight) {
      now.tables().events().stream()
          .filter(it -> it.payment().equals(payment) && it.at().isAfter(healed))
          .filter(it -> !Set.of("PROCESSING", "BEING_CHECKED").contains(it.status()))
          .findFirst()
          .ifPresent(it -> took.add(new Healed(Duration.between(healed, it.at()), payment)));
    }
    took.sort(Comparator.comparing(Healed::took));
    return took;
  }
}
