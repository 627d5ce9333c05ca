package vn.dvc.pay.reconciliation.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Movement;

/**
 * Recognises our reversals where a bank does not report them under their own references, but as the
 * taking back of the original booking, under its reference. Only where nothing contradicts it: the
 * amount is the reversal's, the original was booked on the same account, and no other line reports
 * the reversal. Whatever differs remains a booking that the bank took back by itself.
 */
final class OwnReversals {
  private final List<Movement> reversals;

  /**
   * @param reversals of the originals among the bookings; those that did not happen do not count
   */
  OwnReversals(List<Movement> reversals) {
    this.reversals =
        reversals.stream()
            .filter(it -> it.fate() != Movement.Fate.NOT_MOVED && it.original() != null)
            .sorted(
                Comparator.comparing(Movement::fate)
                    .thenComparing(Movement::at, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Movement::reference))
            .toList();
  }

  /** The same bookings, those that report a reversal of ours under its own reference. */
  Read read(List<Booked> earlier, List<Line> lines, List<Booked> later) {
    var inOrder = Stream.of(earlier, lines.stream().map(Line::booking).toList(), later);
    var ours = reportedBy(inOrder.flatMap(List::stream).toList()).iterator();
    return new Read(
        earlier.stream().map(it -> named(it, ours.next())).toList(),
        lines.stream().map(it -> named(it, ours.next())).toList(),
        later.stream().map(it -> named(it, ours.next())).toList());
  }

  private static Booked named(Booked booking, @Nullable Movement ours) {
    return ours == null ? booking : booking.meaning(ours.reference());
  }

  private static Line named(Line line, @Nullable Movement ours) {
    return ours == null ? line : line.meaning(ours.reference());
  }

  /** For each of a bank's bookings, in its order, our reversal that it reports, or null. */
  List<@Nullable Movement> reportedBy(List<Booked> told) {
    var open = unreported(told);
    var booked = told.stream().filter(Booked::isTaken).map(Place::of).collect(Collectors.toSet());
    var read = new HashMap<String, List<Booked>>();
    var reported = new ArrayList<@Nullable Movement>();
    for (var it : told) {
      var before = read.computeIfAbsent(it.reference(), none -> new ArrayList<>());
      var ours =
          it.takesBack()
                  && !it.credit()
                  && booked.contains(Place.of(it))
                  && before.stream().allMatch(it::isAnotherThan)
              ? takeOne(open.getOrDefault(it.reference(), List.of()), it.amount())
              : null;
      if (ours != null) {
        before.add(it);
      }
      reported.add(ours);
    }
    return reported;
  }

  /** Those that no line reports under their own references, by their originals. */
  private Map<String, List<Movement>> unreported(List<Booked> told) {
    var paidOut =
        told.stream()
            .filter(it -> !it.credit())
            .map(Booked::reference)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return reversals.stream()
        .filter(it -> !paidOut.contains(it.reference()))
        .collect(Collectors.groupingBy(Movement::original));
  }

  private static @Nullable Movement takeOne(List<Movement> open, long amount) {
    var fits = open.stream().filter(it -> it.amount().dong() == amount).findFirst();
    fits.ifPresent(open::remove);
    return fits.orElse(null);
  }

  /** Where a booking stands. */
  private record Place(String reference, String account) {
    static Place of(Booked it) {
      return new Place(it.reference(), it.account());
    }
  }

  /** Bookings and lines under the references of our movements. */
  record Read(List<Booked> earlier, List<Line> lines, List<Booked> later) {}
}
