package vn.dvc.pay.bank.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.bank.TestBank.signed;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.values.Money;

/**
 * Sealed values and the content of a bank's answer are never revealed, least of all when something
 * fails.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsStaySecretTest {
  private static final String MARK = "CANARY-9704150000000018";

  @Test
  void aFailingCallRevealsNothingOfItsContent(CapturedOutput output) {
    var bank = new TestBank();
    try (var rig = new LineRig("970415", bank.url() + "/banks/970415", Map.of())) {
      var failures =
          List.of(
              aResponse().withStatus(503).withBody(MARK),
              aResponse().withStatus(400).withBody(MARK),
              aResponse().withStatus(302).withHeader("Location", bank.url() + "/cards/" + MARK),
              signed("{\"result\":\"" + MARK + "\"}"),
              signed(MARK),
              aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
      for (var failure : failures) {
        bank.answers(failure);

        var answer = rig.ask(Operation.AUTHORISE, MARK, Map.of("challenge", MARK));

        assertThat(answer).isInstanceOf(BankAnswer.Unknown.class);
        assertThat(answer.toString()).doesNotContain(MARK);
      }
      assertThat(bank.requests()).hasSize(failures.size());
    } finally {
      bank.stop();
    }
    assertThat(output.getAll()).contains("failed verification").doesNotContain(MARK);
  }

  @Test
  void anInternalFaultRevealsNothingOfTheCallsContent(CapturedOutput output) {
    var bank = new TestBank();
    BankMapper broken =
        new BankMapper() {
          @Override
          public Message write(BankRequest request) {
            throw new IllegalStateException(request.sealed());
          }

          @Override
          public BankAnswer read(BankRequest request, byte[] body) {
            throw new IllegalStateException();
          }
        };
    try (var rig =
        new LineRig("970415", bank.url() + "/banks/970415", Map.of("bank-970415", broken))) {
      var answer = rig.ask(Operation.AUTHORISE, MARK, Map.of());

      assertThat(answer).isEqualTo(new BankAnswer.Unknown("IllegalStateException"));
      assertThat(bank.requests()).isEmpty();
    } finally {
      bank.stop();
    }
    assertThat(output.getAll()).contains("Bank route failed for").doesNotContain(MARK);
  }

  @Test
  void aRequestsTextFormLeavesOutItsContent() {
    var request =
        new BankRequest(
            BankSettingsTest.bank(),
            Operation.OTP,
            LineRig.ATTEMPT,
            LineRig.CALL,
            Instant.EPOCH,
            Money.dong(1),
            MARK,
            Map.of("challenge", MARK));

    assertThat(request.toString()).doesNotContain(MARK);
  }
}
