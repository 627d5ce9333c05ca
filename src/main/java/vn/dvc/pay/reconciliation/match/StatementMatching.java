package vn.dvc.pay.reconciliation.match;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.statement.TakenStatement;

/** Holds a statement that was taken in against what we believe now, as often as it is asked to. */
@Component
public class StatementMatching {
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 1, 1);

  private final LineBook book;
  private final Movements movements;
  private final Differences differences;

  StatementMatching(LineBook book, Movements movements, Differences differences) {
    this.book = book;
    this.movements = movements;
    this.differences = differences;
  }

  /**
   * Gives each line its class and writes the differences down; those of before that are gone are
   * settled. The caller has locked the bank's days.
   *
   * @param margin how close to its end a movement may belong to the next statement
   * @param lastTry from now on differences that might have settled themselves wait for a person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void match(TakenStatement statement, Duration margin, boolean lastTry) {
    var lines = book.of(statement.id());
    var references =
        lines.stream().map(Line::reference).filter(Objects::nonNull).collect(Collectors.toSet());
    var closing = statement.head().to().toInstant();
    var matcher =
        new Matcher(
            statement.day(),
            known(statement.bank(), references),
            book.booked(statement.bank(), references, statement.day()),
            closing.minus(margin));
    var classified = matcher.classify(lines);
    book.write(statement.id(), classified);
    var found =
        classified.stream()
            .map(Matcher.Classified::finding)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(ArrayList::new));
    found.forEach(this::ask);
    found.addAll(oursOnly(statement, margin));
    differences.are(statement, found, lastTry);
  }

  private Map<String, Movement> known(String bank, Set<String> references) {
    var known = new HashMap<String, Movement>();
    LineBook.inChunks(
        references,
        some -> {
          known.putAll(movements.named(bank, some));
          return List.of();
        });
    return known;
  }

  /** What is in doubt with us and booked at the bank is the one thing that mends itself. */
  private void ask(Finding finding) {
    if (finding.pending() && finding.payment() != null) {
      movements.askAbout(finding.money());
    }
  }

  /** Around midnight, the neighbouring statements may tell of what this one does not. */
  private List<Finding> oursOnly(TakenStatement statement, Duration margin) {
    var head = statement.head();
    var moved =
        movements.moved(
            statement.bank(),
            head.from().toInstant().minus(margin),
            head.to().toInstant().minus(margin));
    var references = moved.stream().map(Movement::reference).collect(Collectors.toSet());
    var told = new HashSet<String>();
    book.booked(statement.bank(), references, ANY_DAY)
        .forEach(it -> told.add(it.credit() + it.reference()));
    return moved.stream()
        .filter(it -> !told.contains(it.kind().isCredit() + it.reference()))
        .map(Finding::atOurs)
        .toList();
  }
}
