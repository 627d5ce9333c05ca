package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.PayApplication;
import vn.dvc.proof.chaos.StoppableDatabase;
import vn.dvc.scenario.JsonClient.Answer;
import vn.dvc.scenario.Portal;
import vn.dvc.scenario.ScenarioSandbox;

/**
 * The cells that need a real PostgreSQL: one that crashes, is down, or is read-only; and those in
 * which an application stops as a whole, or two of them run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(CountsCells.class)
class FailpointsOnPostgresTest {
  private static final Duration DOWN = Duration.ofSeconds(30);

  private ScenarioSandbox world;
  private StoppableDatabase postgres;
  private ConfigurableApplicationContext app;
  private FailpointFixture fixture;

  @BeforeAll
  void open() throws IOException {
    world = ScenarioSandbox.start();
    postgres =
        new StoppableDatabase(
            Files.createTempDirectory(Files.createDirectories(Path.of("target")), "failpoint-")
                .toAbsolutePath());
    app = start(world.appPort);
    fixture = new FailpointFixture(world, app);
  }

  @AfterAll
  void close() {
    fixture.leftNoSecret();
    fixture.comeBack();
    app.close();
    world.stop();
    postgres.close();
  }

  private ConfigurableApplicationContext start(int port) {
    return new SpringApplicationBuilder(PayApplication.class, Wrapping.class)
        .profiles("test")
        .run(
            Stream.of(
                    "server.port=" + port,
                    "dvc.sandbox-url=" + world.url(),
                    "spring.datasource.url=" + postgres.url(),
                    "spring.datasource.username=postgres",
                    "spring.datasource.password=postgres",
                    "spring.datasource.hikari.connection-timeout=1000",
                    "dvc.database.idle-in-transaction-timeout=5s",
                    "spring.lifecycle.timeout-per-shutdown-phase=2s",
                    "dvc.inbox.drain=1s",
                    Pace.INBOX,
                    Pace.IDLE,
                    Pace.MESSAGES,
                    Pace.OUTBOX,
                    Pace.LEASE,
                    Pace.CONNECT,
                    Pace.ANSWER,
                    Pace.LOCK,
                    Pace.JOBS,
                    Pace.JOBS_AT_MOST,
                    Pace.SILENCE)
                .map("--"::concat)
                .toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @Order(1)
  void onPostgres(Cell cell) {
    fixture.plays(cell);
  }

  static List<Cell> onPostgres() {
    return Stream.of(
            CardCells.capture().stream()
                .filter(it -> it.fact().contains("killed") || it.fact().contains("cut off")),
            AccountCells.debit().stream().filter(it -> it.fact().contains("frozen")))
        .flatMap(it -> it)
        .toList();
  }

  @Test
  @Order(2)
  void crashWhileTheBankCapturesIsPaidOnce() {
    fixture.plays(
        new Cell(
            "PostgreSQL crashes while the bank captures: paid once",
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var captured = fixture.failpoints.arm(Deed.FREEZE, Point.ANSWERED, "CAPTURE");
              payer.actsUntil(payment, captured::hasStruck);
              postgres.stopAtOnce();
              captured.release();
              fixture.soon("it has tried", () -> fixture.failpoints.atWork() == 0);
              databaseIsBack();
              payer.goesOn(payment);
              payer.isPaidExactlyWhen(payment, dossier);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }));
  }

  @Test
  @Order(3)
  void thirtySecondsWithoutADatabaseAreSurvivedWithoutARestart() {
    fixture.plays(
        new Cell(
            "PostgreSQL down for 30 s: refused clearly meanwhile, then paid once",
            fixture -> {
              fixture.registered.of("113366668888");
              var payer = new PersistentPayer(fixture);
              var debited = fixture.failpoints.arm(Deed.FREEZE, Point.ANSWERED, "DEBIT");
              var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT);
              var other = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.AN_PHAT, "ACCOUNT", dossier);
              fixture.soon("the debit is at the bank", debited::hasStruck);
              postgres.stopAtOnce();
              var end = System.nanoTime() + DOWN.toNanos();
              debited.release();
              var key = UUID.randomUUID().toString();
              do {
                isClear(fixture.portal.tryToPayByCard(key, other));
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
              } while (System.nanoTime() < end);
              databaseIsBack();
              fixture.soon(
                  "it accepts payments again",
                  () -> fixture.portal.tryToPayByCard(key, other).status() < 300);
              payer.goesOn(payment);
              payer.isPaidExactlyWhen(payment, dossier);
              End.paid("DEBIT", "debit").stands(fixture, payment);
              var second = fixture.portal.tryToPayByCard(key, other).body().path("id").asText();
              payer.goesOn(second);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, second);
            }));
  }

  @Test
  @Order(4)
  void readOnlyDatabaseRefusesClearlyAndChargesNothing() {
    fixture.plays(
        new Cell(
            "PostgreSQL read-only: refused clearly, nothing charged, then paid once",
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              payer.comesTo(payment, "WAITING_FOR_OTP");
              readOnly(true);
              var code = fixture.otpOf(payment);
              fixture.soon(
                  "it is refused",
                  () ->
                      fixture.portal.enterOtp(payment, FailpointFixture.BANK, code).status()
                          == 503);
              isClear(fixture.portal.enterOtp(payment, FailpointFixture.BANK, code));
              isClear(fixture.portal.tryToPayByCard(UUID.randomUUID().toString(), dossier));
              assertThat(fixture.moved(payment)).isZero();
              readOnly(false);
              payer.goesOn(payment);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }));
  }

  /** Its task's lock expired long ago; only the database can free the rows it holds. */
  @Test
  @Order(5)
  void threadFrozenBeforeItsCommitDelaysNobodyElse() {
    fixture.plays(
        new Cell(
            "capture frozen before the outcome's commit: others pay meanwhile, and it is paid once"
                + " before it thaws",
            fixture -> {
              var payer = new PersistentPayer(fixture);
              var dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
              var payment = payer.starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
              var frozen = fixture.failpoints.arm(Deed.FREEZE, Point.RECORDED, "CAPTURE");
              payer.actsUntil(payment, frozen::hasStruck);
              payer.paysByCard();
              payer.goesOn(payment);
              frozen.release();
              fixture.soon("all work is done", () -> fixture.failpoints.atWork() == 0);
              payer.isPaidExactlyWhen(payment, dossier);
              End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
            }));
  }

  @Test
  @Order(6)
  void paymentInterruptedByAColdRestartIsPaidOnce() {
    fixture.registered.of("113366668888");
    var payer = new PersistentPayer(fixture);
    var captured = fixture.failpoints.arm(Deed.KILL, Point.ANSWERED, "CAPTURE");
    var card =
        payer.starts(
            Portal.NGUYEN_VAN_A, "CARD", fixture.portal.dossierOwing(PersistentPayer.AMOUNT));
    payer.actsUntil(card, captured::hasStruck);
    var debited = fixture.failpoints.arm(Deed.KILL, Point.AT_BANK, "DEBIT");
    var account =
        payer.starts(
            Portal.AN_PHAT,
            "ACCOUNT",
            fixture.portal.dossierOwedBy(Portal.AN_PHAT, PersistentPayer.AMOUNT));
    fixture.soon("the debit is at the bank", debited::hasStruck);
    var waiting =
        payer.starts(
            Portal.NGUYEN_VAN_A, "CARD", fixture.portal.dossierOwing(PersistentPayer.AMOUNT));
    app.close();

    app = start(world.appPort);
    fixture = fixture.movedTo(app);
    var again = new PersistentPayer(fixture);
    for (var payment : List.of(card, account, waiting)) {
      again.goesOn(payment);
    }
    End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, card);
    End.paid("DEBIT", "debit").stands(fixture, account);
    End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, waiting);
    fixture.standsTheJudge();
  }

  /** The application finds it again by itself; how soon depends on its connection pool. */
  private void databaseIsBack() {
    postgres.startAgain();
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> app.getBean(JdbcClient.class).sql("select 1").query(Integer.class).single() == 1);
  }

  private void readOnly(boolean on) {
    var admin = JdbcClient.create(postgres.direct());
    admin.sql("alter system set default_transaction_read_only = " + (on ? "on" : "off")).update();
    admin.sql("select pg_reload_conf()").query().singleValue();
  }

  private static void isClear(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.body().path("code").asText()).isEqualTo("temporarily-unavailable");
    assertThat(answer.body().path("title").asText()).contains("tạm thời");
  }
}
