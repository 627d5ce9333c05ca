package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.dvc.scenario.Portal;

/**
 * A node whose clock is wrong by two minutes: its timers fire too early or too late, and the banks,
 * which allow one minute, accept nothing that it signs. Only database time counts.
 */
final class ClockCells {
  private ClockCells() {}

  static List<Cell> wrong() {
    var cells = new ArrayList<Cell>();
    cells.addAll(wrongBy("two minutes ahead", Duration.ofMinutes(2)));
    cells.addAll(wrongBy("two minutes behind", Duration.ofMinutes(-2)));
    return cells;
  }

  private static List<Cell> wrongBy(String words, Duration by) {
    return List.of(
        new Cell(
            "card, clock of the timers %s: paid once".formatted(words),
            fixture -> {
              fixture.timersAreOff(by);
              var payment = new PersistentPayer(fixture).paysByCard();
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }),
        new Cell(
            "card, clock %s: nothing is taken; set right, it is paid once".formatted(words),
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var payment =
                  payer.starts(
                      Portal.NGUYEN_VAN_A,
                      "CARD",
                      fixture.portal.dossierOwing(PersistentPayer.AMOUNT));
              fixture.clockIsOff(by);
              payer.actsUntil(payment, () -> fixture.isTold(payment, "AUTHORISE"));
              assertThat(fixture.ledger(payment)).isEmpty();
              fixture.clockIsOff(Duration.ZERO);
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise authorise otp capture").stands(fixture, payment);
            }),
        new Cell(
            "account, clock %s: nothing is taken; set right, it is paid once".formatted(words),
            fixture -> {
              fixture.registered.of("113366668888");
              fixture.clockIsOff(by);
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payer = new PersistentPayer(fixture);
              var payment = payer.starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              fixture.until("the bank has answered", () -> fixture.isTold(payment, "DEBIT"));
              assertThat(fixture.ledger(payment)).isEmpty();
              fixture.clockIsOff(Duration.ZERO);
              payer.goesOn(payment);
              End.paid("DEBIT", "debit debit").stands(fixture, payment);
            }));
  }
}
