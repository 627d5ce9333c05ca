package vn.dvc.proof.failpoint;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvc.pay.PayApplication;
import vn.dvc.scenario.ScenarioSandbox;

/**
 * Every cell of the fault matrix, one after the other, in one application against one sandbox; the
 * cells are listed in docs/failpoints.md. After each of them all invariants are judged.
 */
@SpringBootTest(
    classes = PayApplication.class,
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
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
      Pace.SILENCE
    })
@ActiveProfiles("test")
@Import(Wrapping.class)
@DirtiesContext
@ExtendWith(CountsCells.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailpointsTest {
  private static final ScenarioSandbox WORLD = ScenarioSandbox.start();

  private FailpointFixture fixture;

  @DynamicPropertySource
  static void places(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> WORLD.appPort);
    properties.add("dvc.sandbox-url", WORLD::url);
  }

  @BeforeAll
  void open(@Autowired ApplicationContext app) {
    fixture = new FailpointFixture(WORLD, app);
  }

  @AfterAll
  void close() {
    fixture.leftNoSecret();
    fixture.comeBack();
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

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void collectionTold(Cell cell) {
    play(cell);
  }

  static List<Cell> collectionTold() {
    return CounterCells.told();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void strangeCollection(Cell cell) {
    play(cell);
  }

  static List<Cell> strangeCollection() {
    return CounterCells.strange();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void reversal(Cell cell) {
    play(cell);
  }

  static List<Cell> reversal() {
    return CounterCells.reversal();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void mandateActivation(Cell cell) {
    play(cell);
  }

  static List<Cell> mandateActivation() {
    return MandateCells.activation();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void mandateEnding(Cell cell) {
    play(cell);
  }

  static List<Cell> mandateEnding() {
    return MandateCells.ending();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void inquiry(Cell cell) {
    play(cell);
  }

  static List<Cell> inquiry() {
    return InquiryCells.questions();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void inquiryForHours(Cell cell) {
    play(cell);
  }

  static List<Cell> inquiryForHours() {
    return InquiryCells.forHours();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void manyClicks(Cell cell) {
    play(cell);
  }

  static List<Cell> manyClicks() {
    return PersonCells.clicks();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void codes(Cell cell) {
    play(cell);
  }

  static List<Cell> codes() {
    return PersonCells.codes();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void settlingFails(Cell cell) {
    play(cell);
  }

  static List<Cell> settlingFails() {
    return PersonCells.settling();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void databaseOutOfOrder(Cell cell) {
    play(cell);
  }

  static List<Cell> databaseOutOfOrder() {
    return OutageCells.database();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void breakerOpen(Cell cell) {
    play(cell);
  }

  static List<Cell> breakerOpen() {
    return OutageCells.breakers();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unendingAnswersOfBanks(Cell cell) {
    play(cell);
  }

  static List<Cell> unendingAnswersOfBanks() {
    return PeerCells.banks();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void unendingAnswersOfThePortal(Cell cell) {
    play(cell);
  }

  static List<Cell> unendingAnswersOfThePortal() {
    return PeerCells.portal();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void wrongClock(Cell cell) {
    play(cell);
  }

  static List<Cell> wrongClock() {
    return ClockCells.wrong();
  }

  private void play(Cell cell) {
    fixture.plays(cell);
  }
}
