package vn.dvc.pay.reconciliation.matching;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.difference.DifferenceEvidence;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.values.AttemptRef;

/** Compares an imported statement with our present records, as often as needed. */
@Component
public class StatementMatching {
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 1, 1);

  private final LineRepository repository;
  private final Movements movements;
  private final Differences differences;
  private final DifferenceEvidence evidence;

  StatementMatching(
      LineRepository repository,
      Movements movements,
      Differences differences,
      DifferenceEvidence evidence) {
    this.repository = repository;
    this.movements = movements;
    this.differences = differences;
    this.evidence = evidence;
  }

  /**
   * Classifies each line and stores the differences; earlier differences that are gone are settled.
   * The caller holds the bank's lock.
   *
   * @param margin how close to its end a movement may belong to the next statement
   * @param lastTry whether differences that might have settled themselves now need a person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void match(TakenStatement statement, Duration margin, boolean lastTry) {
    var stored = repository.of(statement.id());
    var known = known(statement.bank(), references(stored));
    var lines = stored.stream().map(line -> named(line, known)).toList();
    var matcher =
        new LineMatcher(
            statement.day(),
            byFullName(known),
            repository.booked(statement.bank(), references(lines), statement.day()),
            statement.closing().minus(margin));
    var classified = matcher.classify(lines);
    repository.write(statement.id(), classified);
    var found =
        classified.stream()
            .map(LineMatcher.Classified::finding)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(ArrayList::new));
    found.forEach(finding -> ask(statement, finding));
    found.addAll(oursOnly(statement, margin));
    differences.replace(statement, found, lastTry);
  }

  private static Set<String> references(List<Line> lines) {
    return lines.stream().map(Line::reference).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** Completes a truncated reference if it is unambiguous. */
  private static Line named(Line line, Map<String, Movement> known) {
    var ours = known.get(line.reference());
    return ours == null ? line : line.meaning(ours.reference());
  }

  private static Map<String, Movement> byFullName(Map<String, Movement> known) {
    var named = new HashMap<String, Movement>();
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

  /**
   * Requests an inquiry for an attempt in doubt that the bank has booked: such a difference can
   * settle itself.
   */
  private void ask(TakenStatement statement, Finding finding) {
    if (finding.pending() && finding.payment() != null) {
      movements.noteStatementLine(finding.money(), evidence.line(statement.day(), finding));
    }
  }

  /**
   * Also looks at neighbouring statements, because a movement around midnight may be in one of
   * them.
   */
  private List<Finding> oursOnly(TakenStatement statement, Duration margin) {
    var moved =
        movements.moved(
            statement.bank(),
            statement.head().from().toInstant().minus(margin),
            statement.closing().minus(margin));
    var references =
        moved.stream()
            .flatMap(it -> Stream.of(it.reference(), cut(it.reference())))
            .collect(Collectors.toSet());
    var reported = new HashSet<String>();
    repository
        .booked(statement.bank(), references, ANY_DAY)
        .forEach(it -> reported.add(it.credit() + it.reference()));
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
