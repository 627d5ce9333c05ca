package vn.dvc.pay.reconciliation.matching;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.difference.DifferenceEvidence;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.difference.Finding;
import vn.dvc.pay.reconciliation.matching.LineRepository.StatedBooking;
import vn.dvc.pay.reconciliation.statement.TakenStatement;

/** Compares an imported statement with our present records, as often as needed. */
@Component
public class StatementMatching {
  private static final int LINES = 1_000;

  private final LineRepository repository;
  private final Movements movements;
  private final Differences differences;
  private final DifferenceEvidence evidence;
  private final UnreportedMovements unreported;

  StatementMatching(
      LineRepository repository,
      Movements movements,
      Differences differences,
      DifferenceEvidence evidence) {
    this.repository = repository;
    this.movements = movements;
    this.differences = differences;
    this.evidence = evidence;
    this.unreported = new UnreportedMovements(repository, movements);
  }

  /**
   * Classifies each line and stores the differences; earlier differences that are gone are settled.
   * Some lines at a time, because a statement may have a million. The caller holds the bank's lock.
   *
   * @param margin how close to its end a movement may belong to the next statement
   * @param lastTry whether differences that might have settled themselves now need a person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void match(TakenStatement statement, Duration margin, boolean lastTry) {
    var found = differences.replace(statement, lastTry);
    var last = 0;
    List<Line> some;
    do {
      some = repository.after(statement.id(), last, LINES);
      for (var finding : findings(statement, some, margin)) {
        ask(statement, finding);
        found.add(finding);
      }
      last = some.isEmpty() ? last : some.get(some.size() - 1).number();
    } while (some.size() == LINES);
    unreported.of(statement, margin, found::add);
    found.settleOthers();
  }

  private List<Finding> findings(TakenStatement statement, List<Line> some, Duration margin) {
    if (some.isEmpty()) {
      return List.of();
    }
    var known = known(statement.bank(), references(some));
    var lines = some.stream().map(line -> named(line, known)).toList();
    var reversals = reversals(statement.bank(), references(lines));
    var stated = repository.bookings(statement.bank(), references(lines, reversals));
    var first = lines.get(0).number();
    var last = lines.get(lines.size() - 1).number();
    var day = statement.day();
    var read =
        new OwnReversals(reversals)
            .read(
                bookings(stated, it -> it.isBefore(day, first)),
                lines,
                bookings(stated, it -> it.isAfter(day, last)));
    var matcher =
        new LineMatcher(
            day,
            byFullName(known, reversals),
            read.earlier(),
            read.later(),
            statement.closing().minus(margin));
    var classified = asStated(lines, matcher.match(read.lines()));
    repository.write(statement.id(), classified);
    return classified.stream()
        .map(LineMatcher.Classified::finding)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Booked> bookings(List<StatedBooking> stated, Predicate<StatedBooking> which) {
    return stated.stream().filter(which).map(StatedBooking::booking).toList();
  }

  private static Set<String> references(List<Line> lines) {
    return lines.stream().map(Line::reference).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The references of lines, and those under which the bank may report these reversals. */
  private static Set<String> references(List<Line> lines, List<Movement> reversals) {
    var all = new HashSet<>(references(lines));
    reversals.forEach(it -> all.add(it.reference()));
    return all;
  }

  /** A line is stored under the reference that the bank gave it, whatever it reports. */
  private static List<LineMatcher.Classified> asStated(
      List<Line> lines, List<LineMatcher.Classified> classified) {
    return IntStream.range(0, lines.size())
        .mapToObj(it -> classified.get(it).of(lines.get(it)))
        .toList();
  }

  /** Completes a truncated reference if it is unambiguous. */
  private static Line named(Line line, Map<String, Movement> known) {
    var ours = known.get(line.reference());
    return ours == null ? line : line.meaning(ours.reference());
  }

  private static Map<String, Movement> byFullName(
      Map<String, Movement> known, List<Movement> reversals) {
    var named = new HashMap<String, Movement>();
    reversals.forEach(each -> named.put(each.reference(), each));
    known.values().forEach(each -> named.put(each.reference(), each));
    return named;
  }

  private Map<String, Movement> known(String bank, Set<String> references) {
    var known = new HashMap<String, Movement>();
    LineRepository.inChunks(
        references,
        some -> {
          known.putAll(movements.named(bank, some));
          return List.of();
        });
    return known;
  }

  private List<Movement> reversals(String bank, Set<String> originals) {
    return LineRepository.inChunks(originals, some -> movements.reversalsOf(bank, some));
  }

  /**
   * Requests an inquiry for an attempt in doubt that the bank has booked: such a difference can
   * settle itself.
   */
  private void ask(TakenStatement statement, Finding finding) {
    if (finding.pending() && finding.payment() != null) {
      movements.noteStatementLine(finding.money(), evidence.line(statement.day(), finding));
    }
  }
}
