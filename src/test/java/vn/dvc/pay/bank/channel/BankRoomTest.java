package vn.dvc.pay.bank.channel;

import static vn.dvc.pay.values.Money.dong;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankRoom;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.SampleCommands;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.PaymentId;

/** What the tests of this room share: one Spring context, one bank, and words to tell a story. */
@SpringBootTest(classes = BankRoom.class, webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("test")
public abstract class BankRoomTest {
  protected static final TestBank BANK = new TestBank();
  protected static final String PENDING_OTP =
      """
      {"result":"APPROVED","state":"PENDING_OTP","attemptRef":"{attemptRef}","callRef":"{callRef}",
       "amount":120000,"currency":"VND","bankRef":"B1","last4":"4321","cardToken":"tok-1",
       "otp":{"sentTo":"******678","validSeconds":180,"triesLeft":3}}""";

  @Autowired protected BankCalls calls;
  @Autowired protected DatabaseTime time;
  @Autowired protected TransactionTemplate transaction;
  @Autowired protected CircuitBreakers breakers;

  @DynamicPropertySource
  protected static void settings(DynamicPropertyRegistry registry) {
    registry.add("dvc.sandbox-url", BANK::url);
    registry.add("dvc.bank.response-timeout", () -> "5s");
    registry.add("dvc.bank.keys-timeout", () -> "10s");
    registry.add("spring.datasource.hikari.maximum-pool-size", () -> "4");
  }

  @BeforeEach
  protected void startClean() {
    time.travel(Duration.ZERO);
    BANK.reset();
    for (var line : List.of("bank-970415-calls", "bank-970415-inquiries")) {
      breakers.of(line).reset();
    }
  }

  protected AttemptRef attempt() {
    return in(() -> calls.open(Subject.of(PaymentId.fresh()), "970415", dong(120_000)));
  }

  protected CallRef prepare(AttemptRef attempt, Operation operation) {
    return prepare(attempt, operation, "a.b.c.d.e");
  }

  protected CallRef prepare(AttemptRef attempt, Operation operation, String sealed) {
    return in(() -> calls.prepare(attempt, SampleCommands.of(operation, sealed)));
  }

  protected BankAnswer record(Answered answered) {
    return in(() -> calls.record(answered));
  }

  /** Prepares, sends and records one call. */
  protected BankAnswer ask(AttemptRef attempt, Operation operation) {
    prepare(attempt, operation);
    return record(calls.send(attempt, operation));
  }

  protected Attempt.State stateOf(AttemptRef attempt) {
    return calls.attempt(attempt).state();
  }

  protected <T> T in(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
