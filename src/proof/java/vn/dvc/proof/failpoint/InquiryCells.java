package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import vn.dvc.scenario.Portal;

/** The answer to a capture is lost, and the inquiry after it meets a fault of its own. */
final class InquiryCells {
  private static final Break LOST = Break.mood("capture", "answer-lost");

  private InquiryCells() {}

  static List<Cell> questions() {
    var cells = new ArrayList<Cell>();
    for (var point : Point.values()) {
      if (point.ordinal() <= Point.KEPT.ordinal() && point != Point.CLAIM_KEPT) {
        cells.add(paid(Break.of(Deed.KILL, point, "INQUIRY")));
      }
    }
    cells.add(paid(Break.of(Deed.CUT, Point.RECORDED, "INQUIRY")));
    cells.add(paid(Break.of(Deed.CUT, Point.KEPT, "INQUIRY")));
    cells.add(paid(Break.of(Deed.FREEZE, Point.CLAIMED, "INQUIRY")));
    cells.add(paid(Break.of(Deed.FREEZE, Point.ANSWERED, "INQUIRY")));
    cells.add(paid(Break.thawed(Point.CLAIMED, "INQUIRY", Thaw.ASKED)));
    cells.add(paid(Break.thawed(Point.ANSWERED, "INQUIRY", Thaw.ASKED)));
    cells.add(paid(Break.thawed(Point.RECORDED, "INQUIRY", Thaw.LOCK_OVER)));
    for (var mood :
        List.of("no-answer", "5xx-before", "malformed", "bad-signature", "wrong-amount", "reset")) {
      cells.add(paid(Break.mood("inquiry", mood)));
    }
    return cells;
  }

  /** The bank cannot be asked for hours: two persons have a case until it answers. */
  static List<Cell> forHours() {
    return List.of(
        new Cell(
            "card, capture unanswered and no inquiry answered for hours: a case, closed by a late"
                + " answer, paid once",
            fixture -> {
              LOST.done().accept(fixture);
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              payer.comesTo(payment, "WAITING_FOR_OTP");
              fixture.mood(FailpointFixture.BANK, "inquiry", "5xx-before", 1000);
              payer.actsUntil(payment, () -> fixture.hasOpenCase(payment));
              checkedMeanwhile(fixture, payment, dossier);
              fixture.moodsEnd();
              fixture.breakersClose();
              payer.goesOn(payment);
              payer.isPaidExactlyWhen(payment, dossier);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
              assertThat(fixture.hasOpenCase(payment)).isFalse();
            }),
        new Cell(
            "account, debit unanswered and no inquiry answered for hours: a case, closed by a late"
                + " answer, paid once",
            fixture -> {
              fixture.registered.of("113366668888");
              Break.mood("debit", "answer-lost").done().accept(fixture);
              fixture.mood(FailpointFixture.BANK, "inquiry", "5xx-before", 1000);
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              payer.actsUntil(payment, () -> fixture.hasOpenCase(payment));
              checkedMeanwhile(fixture, payment, dossier);
              fixture.moodsEnd();
              fixture.breakersClose();
              payer.goesOn(payment);
              payer.isPaidExactlyWhen(payment, dossier);
              End.paid("DEBIT", "debit").stands(fixture, payment);
              assertThat(fixture.hasOpenCase(payment)).isFalse();
            }));
  }

  /** Nobody starts a second payment while the first one is in doubt. */
  private static void checkedMeanwhile(FailpointFixture fixture, String payment, String dossier) {
    assertThat(fixture.status(payment)).isEqualTo("BEING_CHECKED");
    var second = fixture.portal.tryToPayByCard(java.util.UUID.randomUUID().toString(), dossier);
    assertThat(second.status()).isIn(404, 409);
  }

  private static Cell paid(Break broken) {
    return new Cell(
        "card, capture unanswered, %s: paid once".formatted(broken.words()),
        fixture -> {
          LOST.and(broken).done().accept(fixture);
          var payment = new PersistentPayer(fixture).paysByCard();
          fixture.wakeTheFrozen();
          End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
        });
  }
}
