package vn.dvc.pay.reconciliation.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.time.DatabaseTime;

/** Stores each difference once, however often it is found, with a single case. */
@Component
public class Differences {
  private static final int SOME = 500;

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
   * Begins to replace the statement's differences.
   *
   * @param lastTry whether differences that might have settled themselves now need a person
   */
  public Replacement replace(TakenStatement statement, boolean lastTry) {
    return new Replacement(statement, lastTry);
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

  /** One matching of a statement: it stores what is found, one difference at a time. */
  public final class Replacement {
    private final TakenStatement statement;
    private final boolean lastTry;
    private final UUID matching = UUID.randomUUID();

    private Replacement(TakenStatement statement, boolean lastTry) {
      this.statement = statement;
      this.lastTry = lastTry;
    }

    /** Stores a new difference, or updates a known one. */
    public void add(Finding finding) {
      var state = finding.pending() && !lastTry ? Difference.State.PENDING : Difference.State.OPEN;
      var known = differences.find(statement.bank(), finding.kind(), finding.key());
      if (known.isEmpty()) {
        differences.insert(statement, finding, state, matching, time.now());
      } else {
        seenAgain(finding, known.get(), state);
      }
    }

    /** Settles the statement's open differences that were not found again. */
    public void settleOthers() {
      List<Difference> gone;
      do {
        gone = differences.notSeen(statement.bank(), statement.day(), matching, SOME);
        gone.forEach(Differences.this::settle);
      } while (gone.size() == SOME);
    }

    private void seenAgain(Finding finding, Difference known, Difference.State state) {
      switch (known.state()) {
        case SETTLED -> {
          differences.reopen(known.id(), state);
          differences.update(known.id(), statement, finding, state, matching);
        }
        case PENDING -> differences.update(known.id(), statement, finding, state, matching);
        case OPEN, DECIDED ->
            differences.update(known.id(), statement, finding, known.state(), matching);
      }
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
