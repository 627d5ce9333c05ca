package vn.dvc.pay.operations.work;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who does an absent colleague's tasks, in their own name.
 *
 * @param member who does them
 * @param from the first day, in Viet Nam
 * @param to the last day
 * @param why for others to read
 */
public record Substitute(
    UUID id,
    String absent,
    String member,
    LocalDate from,
    LocalDate to,
    String namedBy,
    String why) {

  boolean isOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether some day belongs to both. */
  boolean meets(LocalDate first, LocalDate last) {
    return !from.isAfter(last) && !to.isBefore(first);
  }
}
