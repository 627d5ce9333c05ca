package vn.dvc.pay.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.bank.TestBank.signed;

import org.junit.jupiter.api.Test;

class BankCallsTest extends BankRoomTest {

  @Test
  void anApprovedCardWaitsForItsOtp() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = attempt();

    var answer = ask(attempt, Operation.AUTHORISE);

    assertThat(answer).isInstanceOf(BankAnswer.Approved.class);
    var known = calls.attempt(attempt);
    assertThat(known.state()).isEqualTo(Attempt.State.PENDING_OTP);
    assertThat(known.last4()).isEqualTo("4321");
    assertThat(known.cardToken()).isEqualTo("tok-1");
    assertThat(BANK.requests()).hasSize(1);
  }

  @Test
  void noBankIsCalledInsideATransaction() {
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);

    assertThatThrownBy(() -> in(() -> calls.send(attempt, Operation.AUTHORISE)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(BANK.requests()).isEmpty();
  }
}
