package vn.dvc.pay.bank.channel;

import static vn.dvc.pay.bank.TestBank.signed;
import static vn.dvc.pay.values.Money.dong;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.SampleCommands;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.PaymentId;

/** Attempts at a bank that answers as the test says, and the calls that each is made of. */
public class BankFixture implements Fixture {
  public static final TestBank BANK = new TestBank();
  public static final String PENDING_OTP =
      """
      {"result":"APPROVED","state":"PENDING_OTP","attemptRef":"{attemptRef}","callRef":"{callRef}",
       "amount":120000,"currency":"VND","bankRef":"B1","last4":"4321","cardToken":"tok-1",
       "otp":{"sentTo":"******678","validSeconds":180,"triesLeft":3}}""";

  private final BankCalls calls;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;
  private final CircuitBreakers breakers;

  BankFixture(
      BankCalls calls,
      DatabaseTime time,
      TransactionTemplate transaction,
      CircuitBreakers breakers) {
    this.calls = calls;
    this.time = time;
    this.transaction = transaction;
    this.breakers = breakers;
  }

  /** The bank is well, and nobody has yet failed to reach it. */
  @Override
  public void beforeEachTest() {
    time.travel(Duration.ZERO);
    BANK.reset();
    for (var line : List.of("bank-970415-calls", "bank-970415-inquiries")) {
      breakers.of(line).reset();
    }
  }

  public AttemptRef attempt() {
    return in(() -> calls.open(Subject.of(PaymentId.fresh()), "970415", dong(120_000)));
  }

  /** An attempt by a card whose holder has been sent a code. */
  public AttemptRef pendingOtp() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = attempt();
    ask(attempt, Operation.AUTHORISE);
    return attempt;
  }

  public CallRef prepare(AttemptRef attempt, Operation operation) {
    return prepare(attempt, operation, "a.b.c.d.e");
  }

  public CallRef prepare(AttemptRef attempt, Operation operation, String sealed) {
    return in(() -> calls.prepare(attempt, SampleCommands.of(operation, sealed)));
  }

  public BankAnswer record(Answered answered) {
    return in(() -> calls.record(answered));
  }

  /** Prepares, sends and records one call. */
  public BankAnswer ask(AttemptRef attempt, Operation operation) {
    prepare(attempt, operation);
    return record(calls.send(attempt, operation));
  }

  /** Settles an unknown call by what an inquiry found. */
  public void settle(AttemptRef attempt, TransactionState finding) {
    transaction.executeWithoutResult(status -> calls.settleUnknown(attempt, finding, "test"));
  }

  public Attempt.State stateOf(AttemptRef attempt) {
    return calls.attempt(attempt).state();
  }

  public <T> T in(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  /** What the bank says of a call for a card, in its own words. */
  public static String answer(String result, String state) {
    var reason = result.equals("DECLINED") ? ",\"reason\":\"bank-declined\"" : "";
    return """
        {"result":"%s","state":"%s","attemptRef":"{attemptRef}","callRef":"{callRef}",
         "amount":120000,"currency":"VND"%s}"""
        .formatted(result, state, reason);
  }

  /** Every configured bank is this one; in a small pool a connection that is held is missed. */
  static class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "dvc.sandbox-url=" + BANK.url(),
              "dvc.bank.response-timeout=5s",
              "dvc.bank.keys-timeout=10s",
              "spring.datasource.hikari.maximum-pool-size=4")
          .applyTo(context);
    }
  }
}
