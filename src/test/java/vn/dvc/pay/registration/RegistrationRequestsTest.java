package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.StoredRequests;

/** What each request for a registration tells the bank. */
@RegistrationTest
class RegistrationRequestsTest {
  @Autowired RegistrationFixture fixture;
  @Autowired ScriptedAccounts bank;
  @Autowired Registrations registrations;
  @Autowired JdbcClient jdbc;

  @Test
  void requestsNameTheAccountTheFormAndLaterTheMandate() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.registered(payer, account);
    var mandate = registrations.mandateOf(payer.id()).orElseThrow().reference();
    var form = fixture.now(id).formSha256();
    registrations.terminate(id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> bank.asked(account, Operation.END_MANDATE) == 1);

    assertThat(request(id.text(), Operation.ENQUIRY)).isEqualTo(Map.of("account", account));
    assertThat(request(id.text(), Operation.MANDATE))
        .isEqualTo(
            Map.of(
                "registration", id.text(),
                "account", account,
                "holder", payer.name(),
                "identityNumber", payer.id(),
                "formSha256", form));
    assertThat(request(id.text(), Operation.END_MANDATE)).isEqualTo(Map.of("mandate", mandate));
  }

  private Map<String, Object> request(String registration, Operation operation) {
    return StoredRequests.newest(jdbc, registration, operation);
  }
}
