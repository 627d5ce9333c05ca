package vn.dvc.sandbox.bank.moods;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import vn.dvc.sandbox.bank.Fault;

/** The habits with which a bank serves one request or writes one notice. */
public record Habits(Set<Fault> all) {

  public static final Habits NONE = new Habits(Set.of());

  private static final Duration SLOW_BY = Duration.ofSeconds(20);

  /** The maximum length of a reference in ISO 20022. */
  private static final int MAX_REFERENCE_LENGTH = 35;

  public boolean has(Fault habit) {
    return all.contains(habit);
  }

  /** The time on the bank's clock. */
  public Instant now() {
    return has(Fault.SLOW_CLOCK) ? Instant.now().minus(SLOW_BY) : Instant.now();
  }

  /** How the bank writes one of our references. */
  public String written(String reference) {
    String text = has(Fault.UPPER_REFERENCE) ? reference.toUpperCase(Locale.ROOT) : reference;
    return has(Fault.CUT_REFERENCE) && text.length() > MAX_REFERENCE_LENGTH
        ? text.substring(0, MAX_REFERENCE_LENGTH)
        : text;
  }
}
