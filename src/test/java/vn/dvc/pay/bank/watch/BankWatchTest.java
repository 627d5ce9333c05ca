package vn.dvc.pay.bank.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.bank.TestBank.signed;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.bank.channel.BankFixture.PENDING_OTP;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankWatch;
import vn.dvc.pay.bank.BankWatch.Breaker;
import vn.dvc.pay.bank.BankWatch.State;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;

/** What operators see of a bank that answers, and of one that does not. */
@BankRoomTest
@ExtendWith(OutputCaptureExtension.class)
class BankWatchTest {
  @Autowired BankFixture fixture;
  @Autowired BankWatch watch;
  @Autowired JdbcClient jdbc;

  /** Calls of other tests are long past, and none of them is on its way. */
  @BeforeEach
  void nothingLately() {
    jdbc.sql("update bank_call set sent_at = sent_at - interval '2' day where sent_at is not null")
        .update();
    jdbc.sql("update bank_call set state = 'UNKNOWN' where state = 'SENDING'").update();
    jdbc.sql("update attempt set state = 'NOT_EXECUTED' where state = 'UNKNOWN'").update();
  }

  @Test
  void aBankOfWhichNothingIsAskedIsQuiet() {
    assertThat(bank().state()).isEqualTo(State.QUIET);
    assertThat(bank().lastAnswer()).isNull();
    assertThat(bank().unclear()).isZero();
  }

  @Test
  void aBankThatAnswersIsWellAndSaysWhenItDid() {
    BANK.answers(signed(PENDING_OTP));
    fixture.ask(fixture.attempt(), Operation.AUTHORISE);

    assertThat(bank().state()).isEqualTo(State.WELL);
    assertThat(bank().lately()).isEqualTo(new BankWatch.Traffic(1, 0, 0));
    assertThat(bank().lastAnswer()).isAfter(Instant.now().minusSeconds(60));
    assertThat(bank().calls()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  void aBankThatGivesNoAnswersIsFailingAndItsUnclearOutcomesAreCounted(CapturedOutput log) {
    var attempt = fixture.pendingOtp();
    nothingLately();
    BANK.answers(aResponse().withStatus(503));
    fixture.ask(attempt, Operation.OTP);

    assertThat(bank().state()).isEqualTo(State.FAILING);
    assertThat(bank().lately()).isEqualTo(new BankWatch.Traffic(0, 0, 1));
    assertThat(bank().unclear()).isEqualTo(1);
    assertThat(bank().unclearSince()).isAfter(Instant.now().minusSeconds(60));
    assertThat(bank().oldestCall()).isNull();
    assertThat(log)
        .containsPattern(
            "WARN.*Bank call failed: subject=P\\w+ attempt="
                + attempt
                + " call=\\S+ bank=\\d{6} operation=OTP verdict=UNKNOWN reason=http-503 took=\\d+ms");
  }

  private BankWatch.Condition bank() {
    return watch.all().get(0);
  }
}
