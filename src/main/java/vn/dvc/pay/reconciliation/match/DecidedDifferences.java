package vn.dvc.pay.reconciliation.match;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseProposed;
import vn.dvc.pay.engine.DatabaseTime;

/** Carries out what two persons decided about a difference, in their transaction. */
@Component
class DecidedDifferences {
  private final DifferenceRows rows;
  private final GivingBack givingBack;
  private final DatabaseTime time;

  DecidedDifferences(DifferenceRows rows, GivingBack givingBack, DatabaseTime time) {
    this.rows = rows;
    this.givingBack = givingBack;
    this.time = time;
  }

  /** What could not be given back is refused to the first person already. */
  @EventListener
  void look(CaseProposed proposed) {
    if (DifferenceCases.isOurs(proposed.kind(), proposed.subject())
        && proposed.decision().equals(DifferenceCases.REVERSE)) {
      givingBack.demandPossible(rows.lock(proposed.subject()));
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!DifferenceCases.isOurs(decided.kind(), decided.subject())) {
      return;
    }
    var difference = rows.lock(decided.subject());
    if (decided.decision().equals(DifferenceCases.REVERSE)) {
      givingBack.giveBack(difference, decided.id());
    }
    rows.decided(difference.id(), decided.decision(), time.now());
  }
}
