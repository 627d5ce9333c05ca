package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import vn.dvc.scenario.Portal;

/** A payment by card, broken at each of its requests. */
final class CardCells {
  private static final String PLAIN = "authorise otp capture";

  private CardCells() {}

  static List<Cell> authorise() {
    return new Matrix("AUTHORISE", "authorise", FailpointFixture.BANK, PLAIN)
        .cells(CardCells::paid);
  }

  static List<Cell> otp() {
    return new Matrix("OTP", "otp", FailpointFixture.BANK, PLAIN).cells(CardCells::paid);
  }

  static List<Cell> capture() {
    return new Matrix("CAPTURE", "capture", FailpointFixture.BANK, PLAIN).cells(CardCells::paid);
  }

  /** A bank that takes the money with the code: there the code is the request that moves money. */
  static List<Cell> otpThatTakesTheMoney() {
    var matrix = new Matrix("OTP", "otp", FailpointFixture.OTHER_BANK, "authorise otp");
    var cells = new ArrayList<Cell>();
    cells.addAll(matrix.killed(CardCells::paidAtTheOtherBank));
    cells.addAll(matrix.frozen(CardCells::paidAtTheOtherBank));
    cells.addAll(matrix.thawed(CardCells::paidAtTheOtherBank));
    cells.add(
        paidAtTheOtherBank(
            Break.mood(FailpointFixture.OTHER_BANK, "otp", "answer-lost"), "authorise otp"));
    return cells;
  }

  /** The payer gives up while the bank holds the amount. */
  static List<Cell> givenUp() {
    return new Matrix("VOID", "void", FailpointFixture.BANK, "authorise void")
        .cells(CardCells::cancelled);
  }

  private static Cell paid(Break broken, String requests) {
    return new Cell(
        "card, %s: paid once".formatted(broken.words()),
        fixture -> {
          broken.done().accept(fixture);
          var payment = new PersistentPayer(fixture).paysByCard();
          fixture.wakeTheFrozen();
          End.paid("HOLD DEBIT", requests).stands(fixture, payment);
        });
  }

  private static Cell paidAtTheOtherBank(Break broken, String requests) {
    return new Cell(
        "card, money with the code, %s: paid once".formatted(broken.words()),
        fixture -> {
          broken.done().accept(fixture);
          var payment = new PersistentPayer(fixture, PersistentPayer.OTHER_CARD).paysByCard();
          fixture.wakeTheFrozen();
          End.paid("HOLD DEBIT", requests).stands(fixture, payment);
        });
  }

  private static Cell cancelled(Break broken, String requests) {
    return new Cell(
        "card, given up, %s: hold released, nothing paid".formatted(broken.words()),
        fixture -> {
          var payer = new PersistentPayer(fixture);
          var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
          var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
          payer.comesTo(payment, "WAITING_FOR_OTP");
          broken.done().accept(fixture);
          payer.givesUp(payment);
          payer.isPaidExactlyWhen(payment, dossier);
          fixture.wakeTheFrozen();
          new End("CANCELLED", "HOLD VOID", requests).stands(fixture, payment);
          assertThat(fixture.moved(payment)).isZero();
        });
  }
}
