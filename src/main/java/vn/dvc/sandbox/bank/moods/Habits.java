package vn.dvc.sandbox.bank.moods;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import vn.dvc.sandbox.bank.Fault;

/** The habits in which a bank serves one request, or writes one notice. */
public record Habits(Set<Fault> all) {

  public static final Habits NONE = new Habits(Set.of());

  private static final Duration SLOW_BY = Duration.ofSeconds(20);

  /** The longest reference that ISO 20022 has room for. */
  private static final int LONGEST_REFERENCE = 35;

  public boolean has(Fault habit) {
    return all.contains(habit);
  }

  /** What the bank's clock shows. */
  public Instant now() {
    return has(Fault.SLOW_CLOCK) ? Instant.now().minus(SLOW_BY) : Instant.now();
  }

  /** What the bank makes of a reference of ours when it writes it. */
  public String written(String reference) {
    String text = has(Fault.UPPER_REFERENCE) ? reference.toUpperCase(Locale.ROOT) : reference;
    return has(Fault.CUT_REFERENCE) && text.length() > LONGEST_REFERENCE
        ? text.substring(0, LONGEST_REFERENCE)
        : text;
  }
}
