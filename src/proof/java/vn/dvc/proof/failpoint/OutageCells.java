package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.dvc.scenario.JsonClient.Answer;
import vn.dvc.scenario.Portal;

/** A database that is unavailable for a while, and a bank whose circuit breaker is open. */
final class OutageCells {

  private OutageCells() {}

  static List<Cell> database() {
    var cells = new ArrayList<Cell>();
    cells.addAll(outOfOrder("disk full", new SQLException("No space left on device", "53100")));
    cells.addAll(
        outOfOrder(
            "database read-only",
            new SQLException("cannot execute INSERT in a read-only transaction", "25006")));
    return cells;
  }

  private static List<Cell> outOfOrder(String words, SQLException why) {
    return List.of(
        new Cell(
            words + ": a start is refused clearly and charges nothing; afterwards it is paid once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var key = UUID.randomUUID().toString();
              fixture.database.refuseWrites(why);
              isClear(fixture.portal.tryToPayByCard(key, dossier));
              fixture.database.refuseWrites(null);
              var started = fixture.portal.tryToPayByCard(key, dossier);
              assertThat(started.status()).isEqualTo(201);
              var payment = started.body().path("id").asText();
              new PersistentPayer(fixture).goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }),
        new Cell(
            words + " when the card is entered: refused clearly; afterwards it is paid once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment =
                  new PersistentPayer(fixture).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              fixture.database.refuseWrites(why);
              isClear(fixture.portal.enterCard(payment, PersistentPayer.CARD));
              assertThat(fixture.requests(payment)).isEmpty();
              fixture.database.refuseWrites(null);
              new PersistentPayer(fixture).goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }),
        new Cell(
            words + " while the bank captures: the answer is lost, an inquiry finds it, paid once",
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var captured = fixture.failpoints.arm(Deed.FREEZE, Point.ANSWERED, "CAPTURE");
              payer.actsUntil(payment, captured::hasStruck);
              fixture.database.refuseWrites(why);
              captured.release();
              fixture.soon("it has tried", () -> fixture.failpoints.atWork() == 0);
              assertThat(fixture.status(payment)).isNotEqualTo("PAID");
              fixture.database.refuseWrites(null);
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }));
  }

  /** The calls' circuit breaker is open; inquiries have another one. */
  static List<Cell> breakers() {
    return List.of(
        new Cell(
            "account, breaker of the calls open after a lost answer: the inquiry goes through, paid"
                + " once",
            fixture -> {
              fixture.registered.of("113366668888");
              Break.mood("debit", "answer-lost").done().accept(fixture);
              var breaker = fixture.breaker(FailpointFixture.BANK, "-calls");
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(fixture).starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              fixture.soon(
                  "the debit is in doubt", () -> fixture.status(payment).equals("BEING_CHECKED"));
              breaker.transitionToForcedOpenState();
              new PersistentPayer(fixture).goesOn(payment);
              assertThat(breaker.getState()).isEqualTo(State.FORCED_OPEN);
              End.paid("DEBIT", "debit").stands(fixture, payment);
            }),
        new Cell(
            "account, breaker of the calls open: nothing is sent; afterwards it is paid once",
            fixture -> {
              fixture.registered.of("113366668888");
              fixture.breaker(FailpointFixture.BANK, "-calls").transitionToForcedOpenState();
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(fixture).starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              fixture.soon(
                  "it was not sent", () -> fixture.attemptStates(payment).contains("NOT_EXECUTED"));
              assertThat(fixture.requests(payment)).isEmpty();
              fixture.breakersClose();
              new PersistentPayer(fixture).goesOn(payment);
              End.paid("DEBIT", "debit").stands(fixture, payment);
            }),
        new Cell(
            "card, breaker of the calls open at the capture: held, then captured and paid once",
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var approved = fixture.failpoints.arm(Deed.FREEZE, Point.ANSWERED, "OTP");
              payer.actsUntil(payment, approved::hasStruck);
              fixture.breaker(FailpointFixture.BANK, "-calls").transitionToForcedOpenState();
              approved.release();
              fixture.soon(
                  "the capture was not sent",
                  () -> fixture.callStates(payment, "CAPTURE").contains("NOT_SENT"));
              fixture.breakersClose();
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }));
  }

  private static void isClear(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.body().path("code").asText()).isEqualTo("temporarily-unavailable");
    assertThat(answer.body().path("title").asText()).contains("tạm thời");
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("SQL");
  }
}
