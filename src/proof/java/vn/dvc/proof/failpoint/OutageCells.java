package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.dvc.scenario.Json.Answer;
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
            words + ": a start is refused clearly and charges nothing, afterwards it is paid once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var key = UUID.randomUUID().toString();
              house.database.refuseWrites(why);
              isClear(house.portal.tryToPayByCard(key, dossier));
              house.database.refuseWrites(null);
              var started = house.portal.tryToPayByCard(key, dossier);
              assertThat(started.status()).isEqualTo(201);
              var payment = started.body().path("id").asText();
              new PersistentPayer(house).goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(house, payment);
            }),
        new Cell(
            words + " when the card is given: refused clearly, afterwards it is paid once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(house).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              house.database.refuseWrites(why);
              isClear(house.portal.enterCard(payment, PersistentPayer.CARD));
              assertThat(house.requests(payment)).isEmpty();
              house.database.refuseWrites(null);
              new PersistentPayer(house).goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(house, payment);
            }),
        new Cell(
            words + " while the bank captures: the answer is lost, asked for, paid once",
            house -> {
              var payer = new PersistentPayer(house);
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var captured = house.failpoints.arm(Deed.FREEZE, Point.ANSWERED, "CAPTURE");
              payer.actsUntil(payment, captured::hasStruck);
              house.database.refuseWrites(why);
              captured.release();
              house.soon("it has tried", () -> house.failpoints.atWork() == 0);
              assertThat(house.status(payment)).isNotEqualTo("PAID");
              house.database.refuseWrites(null);
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(house, payment);
            }));
  }

  /** The calls' circuit breaker is open; inquiries have another one. */
  static List<Cell> breakers() {
    return List.of(
        new Cell(
            "account, breaker of the calls open after a lost answer: the inquiry goes through, paid"
                + " once",
            house -> {
              house.registered.of("113366668888");
              Break.mood("debit", "answer-lost").done().accept(house);
              var breaker = house.breaker(FailpointFixture.BANK, "-calls");
              var dossier = house.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(house).starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              house.soon(
                  "the debit is in doubt", () -> house.status(payment).equals("BEING_CHECKED"));
              breaker.transitionToForcedOpenState();
              new PersistentPayer(house).goesOn(payment);
              assertThat(breaker.getState()).isEqualTo(State.FORCED_OPEN);
              End.paid("DEBIT", "debit").stands(house, payment);
            }),
        new Cell(
            "account, breaker of the calls open: nothing is sent, afterwards it is paid once",
            house -> {
              house.registered.of("113366668888");
              house.breaker(FailpointFixture.BANK, "-calls").transitionToForcedOpenState();
              var dossier = house.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(house).starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              house.soon(
                  "it was not sent", () -> house.attemptStates(payment).contains("NOT_EXECUTED"));
              assertThat(house.requests(payment)).isEmpty();
              house.breakersClose();
              new PersistentPayer(house).goesOn(payment);
              End.paid("DEBIT", "debit").stands(house, payment);
            }),
        new Cell(
            "card, breaker of the calls open at the capture: held, then captured and paid once",
            house -> {
              var payer = new PersistentPayer(house);
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var approved = house.failpoints.arm(Deed.FREEZE, Point.ANSWERED, "OTP");
              payer.actsUntil(payment, approved::hasStruck);
              house.breaker(FailpointFixture.BANK, "-calls").transitionToForcedOpenState();
              approved.release();
              house.soon(
                  "the capture was not sent",
                  () -> house.callStates(payment, "CAPTURE").contains("NOT_SENT"));
              house.breakersClose();
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(house, payment);
            }));
  }

  private static void isClear(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.body().path("code").asText()).isEqualTo("temporarily-unavailable");
    assertThat(answer.body().path("title").asText()).contains("tạm thời");
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("SQL");
  }
}
