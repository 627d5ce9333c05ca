package vn.dvc.pay.web.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.web.PortalApi.START;
import static vn.dvc.pay.web.PortalApi.assertField;
import static vn.dvc.pay.web.PortalApi.assertProblem;
import static vn.dvc.pay.web.PortalApi.dossiers;
import static vn.dvc.pay.web.PortalApi.freshKey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.WebTest;

/** Which requests start a payment, once, and which are refused. */
@WebTest
class PaymentStartApiTest {
  @Autowired Callers callers;
  @Autowired PortalApi api;
  @Autowired Payments payments;
  @Autowired JdbcClient jdbc;

  private final PaymentId id = PaymentId.fresh();
  private final String path = "/api/v1/payments/" + id;

  @BeforeEach
  void onePaymentCanBeStarted() {
    var payment = Some.paymentWaitingForCard(id);
    when(payments.start(any(), any(), any(), any(), any(), any())).thenReturn(payment);
    when(payments.find(any())).thenReturn(Optional.of(payment));
  }

  @Test
  void sameKeyAndBodyStartsNoSecondPayment() {
    var key = freshKey();
    api.start(key, START);
    var again = api.start(key, START.replace(" ", "").replace("NguyễnVănA", "Nguyễn Văn A"));

    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.header("Location")).isEqualTo(path);
    verify(payments, times(1)).start(any(), any(), any(), any(), any(), any());
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    var key = freshKey();
    api.start(key, START);

    assertProblem(api.start(key, START.replace("CARD", "COUNTER")), 422, "idempotency-key-reused");
    verify(payments, times(1)).start(any(), any(), any(), any(), any(), any());
  }

  @Test
  void keyIsRequired() {
    assertProblem(
        callers.portal().json("POST", "/api/v1/payments", START), 400, "idempotency-key-missing");
    assertProblem(api.start(" ", START), 400, "idempotency-key-missing");
    assertProblem(api.start("k".repeat(256), START), 422, "idempotency-key-invalid");
    assertThat(api.start("k".repeat(255), START).status()).isEqualTo(201);
  }

  @Test
  void refusedStartUsesUpNoKey() {
    var key = freshKey();
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenThrow(Problem.conflict("dossier-in-payment").with("payment", "P1"))
        .thenReturn(Some.paymentWaitingForCard(id));

    var refused = api.start(key, START);
    assertProblem(refused, 409, "dossier-in-payment");
    assertThat(refused.json().path("payment").asText()).isEqualTo("P1");
    assertThat(api.start(key, START).status()).isEqualTo(201);
  }

  @Test
  void eightRequestsWithOneKeyStartOnePayment() throws Exception {
    var key = freshKey();
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenAnswer(
            asked -> {
              await()
                  .pollInSameThread()
                  .atMost(Duration.ofSeconds(15))
                  .until(() -> requestsWaitingForThisOne() == 7);
              return Some.paymentWaitingForCard(id);
            });
    var pool = Executors.newFixedThreadPool(8);
    try {
      Callable<Answer> one = () -> api.start(key, START);
      var answers =
          pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList()).stream()
              .map(
                  future -> {
                    try {
                      return future.get();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();

      assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
      assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
      assertThat(answers).extracting(a -> a.header("Location")).containsOnly(path);
    } finally {
      pool.shutdownNow();
    }
    verify(payments, times(1)).start(any(), any(), any(), any(), any(), any());
  }

  /** They are held up where they insert the key that this thread has inserted and not committed. */
  private long requestsWaitingForThisOne() {
    return jdbc.sql(
            """
            select count(*) from information_schema.sessions
            where executing_statement like 'insert into api_idempotency%'\
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void payerWithoutARegisteredAccountIsRefused() {
    when(payments.start(any(), any(), any(), eq(Method.ACCOUNT), any(), any()))
        .thenThrow(Problem.conflict("not-registered"));

    assertProblem(api.start(freshKey(), START.replace("CARD", "ACCOUNT")), 409, "not-registered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://localhost:8080@evil.example/",
        "//localhost:8080/",
        "javascript:alert(1)",
        "http://localhost:8081/",
        "https://localhost:8080/",
        "http:\\\\localhost:8080\\x",
        "http://localhost:8080.evil.example/",
        "/back",
        "localhost"
      })
  void returnAddressOfAnotherSiteIsRefused(String url) {
    var body =
        START.replace("\"CARD\"", "\"CARD\",\"returnUrl\":\"" + url.replace("\\", "\\\\") + "\"");

    assertProblem(api.start(freshKey(), body), 422, "return-url-refused");
  }

  @Test
  void returnAddressOfThePortalIsAccepted() {
    var body =
        START.replace("\"CARD\"", "\"CARD\",\"returnUrl\":\"http://localhost:9090/back?x=1\"");

    assertThat(api.start(freshKey(), body).status()).isEqualTo(201);
  }

  @Test
  void wrongStartsAreRefused() {
    assertProblem(
        api.start(freshKey(), START.replace("000.00.00.H47", "H47")), 404, "dossier-not-found");
    assertField(
        api.start(freshKey(), START.replace("\"CARD\"", "\"GOLD\"")), "field-invalid", "method");
    assertField(
        api.start(freshKey(), START.replace("\"dossiers\"", "\"d\"")), "field-missing", "dossiers");
    assertField(
        api.start(freshKey(), START.replace("[\"000", "[7,\"000")), "field-invalid", "dossiers[0]");
    assertProblem(api.start(freshKey(), "{"), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(ints = {61, 900, 2000})
  void tooManyDossiersAreRefusedWithTheLimit(int count) {
    var answer = api.start(freshKey(), START.replace("\"" + Some.CODE + "\"", dossiers(count)));

    assertProblem(answer, 422, "too-many-dossiers");
    assertThat(answer.json().path("most").asInt()).isEqualTo(60);
    assertThat(answer.json().path("detail").asText()).contains("60");
    verify(payments, never()).start(any(), any(), any(), any(), any(), any());
  }

  @Test
  void asManyDossiersAsTheLimitAllowsAreAccepted() {
    assertThat(api.start(freshKey(), START.replace("\"" + Some.CODE + "\"", dossiers(60))).status())
        .isEqualTo(201);
  }
}
