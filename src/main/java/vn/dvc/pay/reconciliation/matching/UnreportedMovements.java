package vn.dvc.pay.reconciliation.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.difference.Finding;
import vn.dvc.pay.reconciliation.matching.LineRepository.StatedBooking;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.values.AttemptRef;

/**
 * Finds our movements of a day that no statement tells of, some of the day at a time, because it
 * may have a million. It also looks at neighbouring statements, because a movement around midnight
 * may be in one of them.
 */
final class UnreportedMovements {
  private static final Duration SLICE = Duration.ofMinutes(15);

  private final LineRepository lines;
  private final Movements movements;

  UnreportedMovements(LineRepository lines, Movements movements) {
    this.lines = lines;
    this.movements = movements;
  }

  /**
   * @param margin how close to its end a movement may belong to the next statement
   */
  void of(TakenStatement statement, Duration margin, Consumer<Finding> found) {
    var until = statement.closing().minus(margin);
    var from = statement.head().from().toInstant().minus(margin);
    while (from.isBefore(until)) {
      var to = from.plus(SLICE).isBefore(until) ? from.plus(SLICE) : until;
      between(statement.bank(), from, to).forEach(found);
      from = to;
    }
  }

  private List<Finding> between(String bank, Instant from, Instant to) {
    var moved = movements.moved(bank, from, to);
    var originals =
        moved.stream().map(Movement::original).filter(Objects::nonNull).collect(Collectors.toSet());
    var reversals = LineRepository.inChunks(originals, some -> movements.reversalsOf(bank, some));
    var references =
        Stream.concat(moved.stream(), reversals.stream())
            .flatMap(it -> Stream.of(it.reference(), cut(it.reference())))
            .collect(Collectors.toCollection(HashSet::new));
    references.addAll(originals);
    var stated = lines.bookings(bank, references).stream().map(StatedBooking::booking).toList();
    var reported =
        stated.stream()
            .map(it -> it.credit() + it.reference())
            .collect(Collectors.toCollection(HashSet::new));
    new OwnReversals(reversals)
        .reportedBy(stated).stream()
            .filter(Objects::nonNull)
            .forEach(it -> reported.add(it.kind().isCredit() + it.reference()));
    return moved.stream()
        .filter(it -> !reported.contains(it.kind().isCredit() + it.reference()))
        .filter(it -> !reported.contains(it.kind().isCredit() + cut(it.reference())))
        .map(Finding::atOurs)
        .toList();
  }

  /**
   * A line with an ambiguous truncated reference has its own case and counts as a report of both
   * attempts.
   */
  private static String cut(String reference) {
    return AttemptRef.parse(reference).map(AttemptRef::cut).orElse(reference);
  }
}
