package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.dvc.scenario.Portal;

/**
 * A node whose clock is wrong by two minutes: the banks, which allow one, would accept nothing that
 * it signs, and by its clock the locks of other nodes end too early or too late. It takes no task
 * until its clock is right again.
 */
final class ClockCells {
  private static final int ROUNDS = 3;

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
            "card, clock of the timers %s: nothing is sent; once corrected, it is paid once"
                .formatted(words),
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var payment =
                  payer.starts(
                      Portal.NGUYEN_VAN_A,
                      "CARD",
                      fixture.portal.dossierOwing(PersistentPayer.AMOUNT));
              fixture.timersAreOff(by);
              fixture.workersLookInVain(1);
              fixture.portal.enterCard(payment, PersistentPayer.CARD);
              fixture.workersLookInVain(ROUNDS);
              assertThat(fixture.requests(payment)).isEmpty();
              fixture.timersAreOff(Duration.ZERO);
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }),
        new Cell(
            "account, clock %s: nothing is sent; once corrected, it is paid once".formatted(words),
            fixture -> {
              fixture.registered.of("113366668888");
              fixture.clockIsOff(by);
              fixture.workersLookInVain(1);
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payer = new PersistentPayer(fixture);
              var payment = payer.starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              fixture.workersLookInVain(ROUNDS);
              assertThat(fixture.requests(payment)).isEmpty();
              fixture.clockIsOff(Duration.ZERO);
              payer.goesOn(payment);
              End.paid("DEBIT", "debit").stands(fixture, payment);
            }),
        new Cell(
            "account, clock %s just before it signs: nothing is taken; once corrected, it is paid once"
                .formatted(words),
            fixture -> {
              fixture.registered.of("113366668888");
              var claimed = fixture.failpoints.arm(Deed.FREEZE, Point.CLAIMED, "DEBIT");
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payer = new PersistentPayer(fixture);
              var payment = payer.starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              fixture.soon("the debit is about to be sent", claimed::hasStruck);
              fixture.clockIsOff(by);
              claimed.release();
              fixture.soon("the bank has answered", () -> fixture.isTold(payment, "DEBIT"));
              assertThat(fixture.ledger(payment)).isEmpty();
              fixture.clockIsOff(Duration.ZERO);
              payer.goesOn(payment);
              End.paid("DEBIT", "debit debit").stands(fixture, payment);
            }));
  }
}
