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
import vn.dvc.scenario.JsonClient.Answer;
import vn.dvc.scenario.Portal;

/** What payers do: click eight times, enter wrong codes, early, twice, late. */
final class PersonCells {
  private static final int CLICKS = 8;

  private PersonCells() {}

  static List<Cell> clicks() {
    return List.of(
        new Cell(
            "start clicked eight times with one key: one payment, returned to all",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var key = UUID.randomUUID().toString();
              var answers = eightTimes(() -> fixture.portal.tryToPayByCard(key, dossier));
              assertThat(statuses(answers)).containsOnly(200, 201).containsOnlyOnce(201);
              assertThat(answers.stream().map(it -> it.body().path("id").asText()).distinct())
                  .hasSize(1);
              paidOnce(fixture, answers.get(0).body().path("id").asText(), dossier);
            }),
        new Cell(
            "start clicked in eight tabs with a key each: one payment, the others refused",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var answers =
                  eightTimes(
                      () -> fixture.portal.tryToPayByCard(UUID.randomUUID().toString(), dossier));
              assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
              var payment =
                  answers.stream()
                      .filter(it -> it.status() == 201)
                      .map(it -> it.body().path("id").asText())
                      .findFirst()
                      .orElseThrow();
              paidOnce(fixture, payment, dossier);
            }),
        new Cell(
            "account payment clicked eight times: one debit",
            fixture -> {
              fixture.registered.of("113366668888");
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var answers = eightTimes(() -> fixture.portal.tryToPayByAccount(dossier));
              assertThat(statuses(answers)).containsOnly(201, 409).containsOnlyOnce(201);
              var payment =
                  answers.stream()
                      .filter(it -> it.status() == 201)
                      .map(it -> it.body().path("id").asText())
                      .findFirst()
                      .orElseThrow();
              new PersistentPayer(fixture).goesOn(payment);
              End.paid("DEBIT", "debit").stands(fixture, payment);
            }),
        new Cell(
            "same key with another body: refused, nothing started",
            fixture -> {
              var key = UUID.randomUUID().toString();
              var first = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var other = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              assertThat(fixture.portal.tryToPayByCard(key, first).status()).isEqualTo(201);
              var refused = fixture.portal.tryToPayByCard(key, other);
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.body().path("code").asText()).isEqualTo("idempotency-key-reused");
              assertThat(fixture.portal.dossierStatusText(other)).isEqualTo("CHƯA THANH TOÁN");
            }),
        new Cell(
            "card sent eight times: authorised once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment =
                  new PersistentPayer(fixture).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var answers =
                  eightTimes(() -> fixture.portal.enterCard(payment, PersistentPayer.CARD));
              assertThat(statuses(answers)).containsOnly(202, 409).containsOnlyOnce(202);
              paidOnce(fixture, payment, dossier);
            }),
        new Cell(
            "code sent eight times: accepted once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(fixture, dossier);
              var otp = fixture.otpOf(payment);
              var answers =
                  eightTimes(() -> fixture.portal.enterOtp(payment, FailpointFixture.BANK, otp));
              assertThat(statuses(answers)).containsOnly(202, 409).containsOnlyOnce(202);
              paidOnce(fixture, payment, dossier);
            }),
        new Cell(
            "cancelled in eight tabs: hold released once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(fixture, dossier);
              var answers =
                  eightTimes(
                      () -> fixture.portal.api.post("/payments/" + payment + "/cancel", null));
              assertThat(statuses(answers)).isSubsetOf(202, 409).contains(202);
              new PersistentPayer(fixture).goesOn(payment);
              new End("CANCELLED", "HOLD VOID", "authorise void").stands(fixture, payment);
            }));
  }

  static List<Cell> codes() {
    return List.of(
        new Cell(
            "wrong code three times: declined, hold released, nothing taken",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(fixture, dossier);
              for (int tries = 0; tries < 3; tries++) {
                fixture.until("a code is asked for", () -> awaitsCode(fixture, payment));
                fixture.portal.enterOtp(
                    payment, FailpointFixture.BANK, wrong(fixture.otpOf(payment)));
                fixture.until("it was tried", () -> !fixture.status(payment).equals("PROCESSING"));
              }
              new PersistentPayer(fixture).goesOn(payment);
              assertThat(fixture.status(payment)).isEqualTo("DECLINED");
              assertThat(fixture.requests(payment)).startsWith("authorise otp otp otp");
              assertThat(fixture.moved(payment)).isZero();
              assertThat(fixture.portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
            }),
        new Cell(
            "code before it is expected: refused, then paid once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment =
                  new PersistentPayer(fixture).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var early = fixture.portal.enterOtp(payment, FailpointFixture.BANK, "123456");
              assertThat(early.body().path("code").asText()).isEqualTo("otp-not-awaited");
              paidOnce(fixture, payment, dossier);
            }),
        new Cell(
            "code sent again after it was accepted: refused, paid once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(fixture, dossier);
              var otp = fixture.otpOf(payment);
              assertThat(fixture.portal.enterOtp(payment, FailpointFixture.BANK, otp).status())
                  .isEqualTo(202);
              assertThat(fixture.portal.enterOtp(payment, FailpointFixture.BANK, otp).status())
                  .isEqualTo(409);
              paidOnce(fixture, payment, dossier);
            }),
        new Cell(
            "code after its expiry: refused, a new one pays once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = awaitingCode(fixture, dossier);
              fixture.travel(Duration.ofSeconds(190));
              var late =
                  fixture.portal.enterOtp(payment, FailpointFixture.BANK, fixture.otpOf(payment));
              assertThat(late.body().path("code").asText()).isEqualTo("otp-expired");
              new PersistentPayer(fixture).goesOn(payment);
              End.paid("HOLD DEBIT", "authorise resend otp capture").stands(fixture, payment);
            }));
  }

  /** A step of ours throws after the money was taken: the outcome is kept, and a retry pays. */
  static List<Cell> settling() {
    return List.of(
        new Cell(
            "card, settling fails after the capture: outcome kept, stuck step, a retry pays once",
            fixture -> {
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment =
                  new PersistentPayer(fixture).starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              stuckThenPaid(fixture, payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }),
        new Cell(
            "account, settling fails after the debit: outcome kept, stuck step, a retry pays once",
            fixture -> {
              fixture.registered.of("113366668888");
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              fixture.failpoints.arm(Deed.FAIL, Point.SETTLING, "DOSSIERS", 1000);
              var payment = new PersistentPayer(fixture).starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              stuckThenPaid(fixture, payment);
              End.paid("DEBIT", "debit").stands(fixture, payment);
            }));
  }

  private static void stuckThenPaid(FailpointFixture fixture, String payment) {
    fixture.failpoints.arm(Deed.FAIL, Point.SETTLING, "DOSSIERS", 1000);
    new PersistentPayer(fixture).actsUntil(payment, () -> isStuck(fixture, payment));
    assertThat(fixture.moved(payment)).isEqualTo(PersistentPayer.AMOUNT);
    assertThat(fixture.attemptStates(payment)).containsExactly("DEBITED");
    fixture.failpoints.disarm();
    fixture.stuck.all().stream()
        .filter(it -> payment.equals(it.businessKey()))
        .forEach(it -> fixture.stuck.retry(it.id()));
    new PersistentPayer(fixture).goesOn(payment);
  }

  private static boolean isStuck(FailpointFixture fixture, String payment) {
    return fixture.stuck.all().stream().anyMatch(it -> payment.equals(it.businessKey()));
  }

  private static String awaitingCode(FailpointFixture fixture, String dossier) {
    var payer = new PersistentPayer(fixture);
    var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
    payer.comesTo(payment, "WAITING_FOR_OTP");
    return payment;
  }

  private static boolean awaitsCode(FailpointFixture fixture, String payment) {
    return fixture.status(payment).equals("WAITING_FOR_OTP");
  }

  private static void paidOnce(FailpointFixture fixture, String payment, String dossier) {
    var payer = new PersistentPayer(fixture);
    payer.goesOn(payment);
    payer.isPaidExactlyWhen(payment, dossier);
    End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
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
