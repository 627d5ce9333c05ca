package vn.dvc.pay.bank.statements;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.bank.TestBank.signed;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.bank.SignedAnswers;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.bank.channel.LineRig;
import vn.dvc.pay.values.Sha256;

/** A statement is requested by us and accepted only if the bank signed it for this request. */
class StatementRouteTest {
  private static final TestBank BANK = new TestBank();
  private static final LineRig RIG = new LineRig("970415", BANK.url() + "/banks/970415", Map.of());
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String FILE = "<Document>ngày hai mươi bốn</Document>";

  @BeforeEach
  void startClean() {
    BANK.reset();
  }

  @AfterAll
  static void stop() {
    RIG.close();
    BANK.stop();
  }

  @Test
  void aSignedFileIsAcceptedUnchanged() {
    BANK.answers(signed(FILE));

    var file = (Fetched.File) RIG.statement(DAY);

    assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo(FILE);
    assertThat(file.sha256()).isEqualTo(Sha256.hex(file.bytes()));
    var sent = BANK.requests();
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).getUrl()).isEqualTo("/banks/970415/statements/2026-11-24");
    assertThat(SignedAnswers.verifies(sent.get(0), RIG.publicKeys())).isTrue();
  }

  @Test
  void aFileMayBeLongerThanOtherAnswers() {
    BANK.answers(signed(FILE + " ".repeat(150_000)));
    assertThat(RIG.statement(DAY)).isInstanceOf(Fetched.File.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void anyOtherAnswerCountsAsMissingWithoutRetry(
      String fault, ResponseDefinitionBuilder answer, String cause) {
    BANK.answers(answer);
    assertThat(RIG.statement(DAY)).isEqualTo(new Fetched.Missing(cause));
    assertThat(BANK.requests()).hasSize(1);
  }

  static Stream<Arguments> faults() {
    var old = Instant.now().minusSeconds(61).toString();
    return Stream.of(
        Arguments.of("none yet", signed("{}").withStatus(404), "not-there-yet"),
        Arguments.of("404 unsigned", aResponse().withStatus(404), "unsigned-http-404"),
        Arguments.of("401", signed("{}").withStatus(401), "http-401"),
        Arguments.of("503", aResponse().withStatus(503), "http-503"),
        Arguments.of("302", aResponse().withStatus(302), "unsigned-http-302"),
        Arguments.of("unsigned", aResponse().withBody(FILE), "unsigned-http-200"),
        Arguments.of("another file", bent("body", FILE + " "), "bad-signature"),
        Arguments.of("another day", bent("path", "/statements/2026-11-23"), "bad-signature"),
        Arguments.of("old", bent("time", old), "other-time"),
        Arguments.of("too long", signed(FILE + " ".repeat(250_000)), "AnswerTooLong"),
        Arguments.of("silence", signed(FILE).withFixedDelay(3000), "SocketTimeoutException"),
        Arguments.of("cut", aResponse().withFault(Fault.EMPTY_RESPONSE), "NoHttpResponseException"),
        Arguments.of(
            "reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "SocketException"));
  }

  @Test
  void noTransactionIsOpenDuringTheFetch() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThatThrownBy(() -> RIG.statement(DAY)).isInstanceOf(IllegalStateException.class);
    } finally {
      TransactionSynchronizationManager.setActualTransactionActive(false);
    }
    assertThat(BANK.requests()).isEmpty();
  }

  private static ResponseDefinitionBuilder bent(String what, String how) {
    return signed(FILE).withTransformerParameter(what, how);
  }
}
