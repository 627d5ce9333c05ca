package vn.dvc.pay.reconciliation.difference;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.reconciliation.matching.Finding;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.time.DatabaseTime;

/** Stores each difference once, however often it is found, with a single case. */
@Component
public class Differences {
  private final DifferenceRepository differences;
  private final DifferenceEvidence evidence;
  private final Cases cases;
  private final DatabaseTime time;

  Differences(
      DifferenceRepository differences,
      DifferenceEvidence evidence,
      Cases cases,
      DatabaseTime time) {
    this.differences = differences;
    this.evidence = evidence;
    this.cases = cases;
    this.time = time;
  }

  public List<Difference> ofDay(String bank, LocalDate day) {
    return differences.ofDay(bank, day);
  }

  /**
   * Replaces the statement's differences: stores new ones, updates known ones and settles those
   * that replace gone.
   */
  public void replace(TakenStatement statement, List<Finding> found, boolean lastTry) {
    var still = new HashSet<String>();
    for (var finding : found) {
      var state = finding.pending() && !lastTry ? Difference.State.PENDING : Difference.State.OPEN;
      var known = differences.find(statement.bank(), finding.kind(), finding.key());
      if (known.isEmpty()) {
        differences.insert(statement, finding, state, time.now());
      } else {
        seenAgain(statement, finding, known.get(), state);
      }
      still.add(finding.kind() + finding.key());
    }
    for (var known : differences.ofDay(statement.bank(), statement.day())) {
      if (known.state().isOpen() && !still.contains(known.kind() + known.key())) {
        settle(known);
      }
    }
  }

  /**
   * Opens cases for open differences; pending ones may settle themselves. The caller holds the
   * bank's lock.
   *
   * @return whether there is more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean openCases(String bank, int atMost) {
    var due = differences.withoutCase(bank, atMost + 1);
    for (var open : due.subList(0, Math.min(atMost, due.size()))) {
      var money = evidence.moneyState(open);
      differences.hasCase(
          open.id(),
          cases.open(
              DifferenceCases.kindOf(open.kind()),
              open.id(),
              open.payment(),
              money,
              evidence.of(open)));
    }
    return due.size() > atMost;
  }

  public boolean anyPending(String bank, LocalDate first, LocalDate last) {
    return differences.anyPending(bank, first, last);
  }

  private void seenAgain(
      TakenStatement statement, Finding finding, Difference known, Difference.State state) {
    switch (known.state()) {
      case SETTLED -> {
        differences.reopen(known.id(), state);
        differences.update(known.id(), statement, finding, state);
      }
      case PENDING -> differences.update(known.id(), statement, finding, state);
      case OPEN, DECIDED -> differences.update(known.id(), statement, finding, known.state());
    }
  }

  private void settle(Difference known) {
    // The case first: a decision locks the case before the difference.
    if (known.caseId() != null) {
      cases.settle(DifferenceCases.kindOf(known.kind()), known.id(), "statement-matched");
    }
    differences.settle(known.id(), time.now());
  }
}
