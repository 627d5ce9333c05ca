package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import vn.dvc.scenario.Json.Answer;
import vn.dvc.scenario.Portal;

/** What payers do: click eight times, enter wrong codes, early, twice, late. */
final class PersonCells {
  private static final int CLICKS = 8;

  private PersonCells() {}

  static List<Cell> clicks() {
    return List.of(
        new Cell(
            "start clicked eight times with one key: one payment, told to all",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var key = UUID.randomUUID().toString();
              var answers = eightTimes(() -> house.portal.tryToPayByCard(key, dossier));
              assertThat(statuses(answers)).containsOnly(200, 201).containsOnlyOnce(201);
              assertThat(answers.stream().map(it -> it.body().path("id").asText()).distinct())
                  .hasSize(1);
              paidOnce(house, answers.get(0).body().path("id").asText(), dossier);
            }),
        new Cell(
            "start clicked in eight tabs with a key each: one payment, the others refused",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var answers =
                  eightTimes(
                      () -> house.portal.tryToPayByCard(UUID.randomUUID().toString(), dossier));
              assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
              var payment =
                  answers.stream()
                      .filter(it -> it.status() == 201)
                      .map(it -> it.body().path("id").asText())
                      .findFirst()
                      .orElseThrow();
              paidOnce(house, payment, dossier);
            }),
        new Cell(
            "account payment clicked eight times: one debit",
            house -> {
              house.registered.of("113366668888");
              var dossier = house.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var answers = eightTimes(() -> house.portal.tryToPayByAccount(dossier));
              assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
              var payment =
                  answers.stream()
                      .filter(it -> it.status() == 201)
                      .map(it -> it.body().path("id").asText())
                      .findFirst()
                      .orElseThrow();
              new PersistentPayer(house).goesOn(payment);
              End.paid("DEBIT", "debit").stands(house, payment);
            }),
        new Cell(
            "same key with another body: refused, nothing started",
            house -> {
              var key = UUID.randomUUID().toString();
              var first = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var other = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              assertThat(house.portal.tryToPayByCard(key, first).status()).isEqualTo(201);
              var refused = house.portal.tryToPayByCard(key, other);
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.body().path("code").asText()).isEqualTo("idempotency-key-reused");
              assertThat(house.portal.dossierStatusText(other)).isEqualTo("CHƯA THANH TOÁN");
            }),
        new Cell(
            "card sent eight times: authorised once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(house).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var answers = eightTimes(() -> house.portal.enterCard(payment, PersistentPayer.CARD));
              assertThat(statuses(answers)).containsOnly(202, 409).containsOnlyOnce(202);
              paidOnce(house, payment, dossier);
            }),
        new Cell(
            "code sent eight times: taken once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(house, dossier);
              var otp = house.otpOf(payment);
              var answers =
                  eightTimes(() -> house.portal.enterOtp(payment, FailpointFixture.BANK, otp));
              assertThat(statuses(answers)).containsOnly(202, 409).containsOnlyOnce(202);
              paidOnce(house, payment, dossier);
            }),
        new Cell(
            "cancelled in eight tabs: hold released once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(house, dossier);
              var answers =
                  eightTimes(() -> house.portal.api.post("/payments/" + payment + "/cancel", null));
              assertThat(statuses(answers)).isSubsetOf(202, 409).contains(202);
              new PersistentPayer(house).goesOn(payment);
              new End("CANCELLED", "HOLD VOID", "authorise void").stands(house, payment);
            }));
  }

  static List<Cell> codes() {
    return List.of(
        new Cell(
            "wrong code three times: declined, hold released, nothing taken",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(house, dossier);
              for (int tries = 0; tries < 3; tries++) {
                house.until("a code is asked for", () -> awaitsCode(house, payment));
                house.portal.enterOtp(payment, FailpointFixture.BANK, wrong(house.otpOf(payment)));
                house.until("it was tried", () -> !house.status(payment).equals("PROCESSING"));
              }
              new PersistentPayer(house).goesOn(payment);
              assertThat(house.status(payment)).isEqualTo("DECLINED");
              assertThat(house.requests(payment)).startsWith("authorise otp otp otp");
              assertThat(house.moved(payment)).isZero();
              assertThat(house.portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
            }),
        new Cell(
            "code before it is asked for: refused, then paid once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(house).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var early = house.portal.enterOtp(payment, FailpointFixture.BANK, "123456");
              assertThat(early.body().path("code").asText()).isEqualTo("otp-not-awaited");
              paidOnce(house, payment, dossier);
            }),
        new Cell(
            "code sent again when it was taken: refused, paid once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(house, dossier);
              var otp = house.otpOf(payment);
              assertThat(house.portal.enterOtp(payment, FailpointFixture.BANK, otp).status())
                  .isEqualTo(202);
              assertThat(house.portal.enterOtp(payment, FailpointFixture.BANK, otp).status())
                  .isEqualTo(409);
              paidOnce(house, payment, dossier);
            }),
        new Cell(
            "code after its time: refused, a new one pays once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(house, dossier);
              house.travel(Duration.ofSeconds(190));
              var late =
                  house.portal.enterOtp(payment, FailpointFixture.BANK, house.otpOf(payment));
              assertThat(late.body().path("code").asText()).isEqualTo("otp-expired");
              new PersistentPayer(house).goesOn(payment);
              End.paid("HOLD DEBIT", "authorise resend otp capture").stands(house, payment);
            }));
  }

  /** A step of ours throws after the money was taken: the outcome is kept, and a retry pays. */
  static List<Cell> settling() {
    return List.of(
        new Cell(
            "card, settling fails after the capture: outcome kept, stuck step, a retry pays once",
            house -> {
              var dossier = house.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = new PersistentPayer(house).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              stuckThenPaid(house, payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(house, payment);
            }),
        new Cell(
            "account, settling fails after the debit: outcome kept, stuck step, a retry pays once",
            house -> {
              house.registered.of("113366668888");
              var dossier = house.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              house.failpoints.arm(Deed.FAIL, Point.SETTLING, "DOSSIERS", 1000);
              var payment = new PersistentPayer(house).starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              stuckThenPaid(house, payment);
              End.paid("DEBIT", "debit").stands(house, payment);
            }));
  }

  private static void stuckThenPaid(FailpointFixture house, String payment) {
    house.failpoints.arm(Deed.FAIL, Point.SETTLING, "DOSSIERS", 1000);
    new PersistentPayer(house).actsUntil(payment, () -> isStuck(house, payment));
    assertThat(house.moved(payment)).isEqualTo(PersistentPayer.AMOUNT);
    assertThat(house.attemptStates(payment)).containsExactly("DEBITED");
    house.failpoints.disarm();
    house.stuck.all().stream()
        .filter(it -> payment.equals(it.businessKey()))
        .forEach(it -> house.stuck.retry(it.id()));
    new PersistentPayer(house).goesOn(payment);
  }

  private static boolean isStuck(FailpointFixture house, String payment) {
    return house.stuck.all().stream().anyMatch(it -> payment.equals(it.businessKey()));
  }

  private static String awaitingCode(FailpointFixture house, String dossier) {
    var payer = new PersistentPayer(house);
    var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
    payer.comesTo(payment, "WAITING_FOR_OTP");
    return payment;
  }

  private static boolean awaitsCode(FailpointFixture house, String payment) {
    return house.status(payment).equals("WAITING_FOR_OTP");
  }

  private static void paidOnce(FailpointFixture house, String payment, String dossier) {
    var payer = new PersistentPayer(house);
    payer.goesOn(payment);
    payer.isPaidExactlyWhen(payment, dossier);
    End.paid("HOLD DEBIT", "authorise otp capture").stands(house, payment);
  }

  private static String wrong(String otp) {
    return (otp.charAt(0) == '9' ? "0" : "9") + otp.substring(1);
  }

  private static List<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).toList();
  }

  private static List<Answer> eightTimes(Callable<Answer> request) {
    var threads = Executors.newFixedThreadPool(CLICKS);
    try {
      var answers = new ArrayList<Answer>();
      for (var answer : threads.invokeAll(Collections.nCopies(CLICKS, request))) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }
}
