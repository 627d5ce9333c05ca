package vn.dvc.proof.failpoint;

import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.StuckSteps;
import vn.dvc.scenario.RunningSandbox;

/**
 * Every cell of the fault matrix, one after the other, in one application against one sandbox; the
 * cells are listed in docs/failpoints.md. After each of them all invariants are judged.
 */
@SpringBootTest(
    classes = PayApplication.class,
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "dvc.inbox.poll=50ms",
      "dvc.bank.messages-poll=100ms",
      "dvc.outbox.poll=100ms",
      "dvc.bank.lease=1s",
      "dvc.bank.connect-timeout=1s",
      "dvc.bank.response-timeout=2s",
      "dvc.bank.lock=6s",
      "camunda.bpm.job-execution.wait-time-in-millis=50",
      "camunda.bpm.job-execution.max-wait=100",
      "logging.level.vn.dvc.pay=error"
    })
@ActiveProfiles("test")
@Import(Wrapping.class)
@DirtiesContext
@ExtendWith(CountsCells.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailpointsTest {
  private static final RunningSandbox WORLD = RunningSandbox.start();

  private House house;

  @DynamicPropertySource
  static void places(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> WORLD.appPort);
    properties.add("dvc.sandbox-url", WORLD::url);
  }

  @BeforeAll
  void open(
      @Autowired Failpoints failpoints,
      @Autowired JdbcClient jdbc,
      @Autowired DataSource database,
      @Autowired DatabaseTime time,
      @Autowired HumanTasks tasks,
      @Autowired Cases cases,
      @Autowired StuckSteps stuck,
      @Autowired BankCalls calls,
      @Autowired TransactionTemplate transaction,
      @Autowired CamelContext camel) {
    house =
        new House(
            WORLD,
            failpoints,
            jdbc,
            database,
            time,
            tasks,
            cases,
            stuck,
            calls,
            transaction,
            camel);
  }

  @AfterAll
  void close() {
    house.comeBack();
    WORLD.stop();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cardAuthorisation(Cell cell) {
    play(cell);
  }

  static List<Cell> cardAuthorisation() {
    return CardCells.authorise();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cardOtp(Cell cell) {
    play(cell);
  }

  static List<Cell> cardOtp() {
    return CardCells.otp();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cardCapture(Cell cell) {
    play(cell);
  }

  static List<Cell> cardCapture() {
    return CardCells.capture();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void otpThatTakesTheMoney(Cell cell) {
    play(cell);
  }

  static List<Cell> otpThatTakesTheMoney() {
    return CardCells.otpThatTakesTheMoney();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cardGivenUp(Cell cell) {
    play(cell);
  }

  static List<Cell> cardGivenUp() {
    return CardCells.givenUp();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void accountDebit(Cell cell) {
    play(cell);
  }

  static List<Cell> accountDebit() {
    return AccountCells.debit();
  }

  private void play(Cell cell) {
    house.breakersClose();
    try {
      cell.played().accept(house);
    } finally {
      house.failpoints.disarm();
      house.moodsEnd();
    }
    house.standsTheJudge();
  }
}
