package vn.dvc.pay.reconciliation.difference;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseProposed;
import vn.dvc.pay.time.DatabaseTime;

/** Carries out decisions about differences, in the transaction of the decision. */
@Component
class DecidedDifferences {
  private final DifferenceRepository differences;
  private final GivingBack givingBack;
  private final TakingIn takingIn;
  private final DatabaseTime time;

  DecidedDifferences(
      DifferenceRepository differences,
      GivingBack givingBack,
      TakingIn takingIn,
      DatabaseTime time) {
    this.differences = differences;
    this.givingBack = givingBack;
    this.takingIn = takingIn;
    this.time = time;
  }

  /** Rejects a proposal that could not be carried out, before the second person sees it. */
  @EventListener
  void validate(CaseProposed proposed) {
    if (!DifferenceCases.isOurs(proposed.kind(), proposed.subject())) {
      return;
    }
    var difference = differences.lock(proposed.subject());
    switch (proposed.decision()) {
      case DifferenceCases.REVERSE -> givingBack.requirePossible(difference);
      case DifferenceCases.TAKE_IN -> takingIn.requirePossible(difference);
      default -> {
        // Nothing moves.
      }
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!DifferenceCases.isOurs(decided.kind(), decided.subject())) {
      return;
    }
    var difference = differences.lock(decided.subject());
    switch (decided.decision()) {
      case DifferenceCases.REVERSE -> givingBack.giveBack(difference, decided.id());
      case DifferenceCases.TAKE_IN -> takingIn.takeIn(difference);
      default -> {
        // The two persons have taken care of it themselves.
      }
    }
    differences.decided(difference.id(), decided.decision(), time.now());
  }
}
