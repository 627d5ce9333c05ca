package vn.dvc.pay.bank;

import static vn.dvc.pay.values.Money.dong;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;

/** What the tests of this room share: one Spring context, one bank, and words to tell a story. */
@SpringBootTest(classes = BankRoom.class, webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("test")
abstract class BankRoomTest {
  static final TestBank BANK = new TestBank();
  static final String PENDING_OTP =
      """
      {"result":"APPROVED","state":"PENDING_OTP","attemptRef":"{attemptRef}","callRef":"{callRef}",
       "amount":120000,"currency":"VND","bankRef":"B1","last4":"4321","cardToken":"tok-1",
       "otp":{"sentTo":"******678","validSeconds":180,"triesLeft":3}}""";

  @Autowired BankCalls calls;
  @Autowired DatabaseTime time;
  @Autowired TransactionTemplate transaction;
  @Autowired Breakers breakers;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("dvc.sandbox-url", BANK::url);
    registry.add("dvc.bank.response-timeout", () -> "5s");
    registry.add("dvc.bank.keys-timeout", () -> "10s");
    registry.add("spring.datasource.hikari.maximum-pool-size", () -> "4");
  }

  @BeforeEach
  void startClean() {
    time.travel(Duration.ZERO);
    BANK.reset();
    for (var line : List.of("bank-970415-calls", "bank-970415-inquiries")) {
      breakers.of(line).reset();
    }
  }

  AttemptRef attempt() {
    return in(() -> calls.open("P0", "970415", dong(120_000)));
  }

  CallRef prepare(AttemptRef attempt, Operation operation) {
    return prepare(attempt, operation, "a.b.c.d.e");
  }

  CallRef prepare(AttemptRef attempt, Operation operation, String sealed) {
    return in(
        () ->
            calls.prepare(attempt, operation, time.now().plusSeconds(60), sealed, body(operation)));
  }

  BankAnswer record(Answered answered) {
    return in(() -> calls.record(answered));
  }

  /** Prepares, sends and records one call. */
  BankAnswer ask(AttemptRef attempt, Operation operation) {
    prepare(attempt, operation);
    return record(calls.send(attempt, operation));
  }

  Attempt.State stateOf(AttemptRef attempt) {
    return calls.attempt(attempt).state();
  }

  <T> T in(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  static Map<String, Object> body(Operation operation) {
    return switch (operation) {
      case AUTHORISE ->
          Map.of(
              "payment",
              "P0",
              "challenge",
              "c1",
              "lines",
              List.of(
                  Map.of(
                      "dossier",
                      "000.00.00.H47-261124-0001",
                      "fee",
                      "LP01",
                      "amount",
                      120_000,
                      "beneficiary",
                      Map.of("bank", "970415", "account", "113000", "name", "SO TU PHAP"))));
      case END_MANDATE -> Map.of("mandate", "MANDATE-1");
      case OTP -> Map.of("payment", "P0", "challenge", "c2");
      default -> Map.of();
    };
  }
}
