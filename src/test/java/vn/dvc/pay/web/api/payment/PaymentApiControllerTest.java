package vn.dvc.pay.web.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.payment.InquiryRequests.Result;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.api.ApiTest;

class PaymentApiControllerTest extends ApiTest {
  @Autowired JdbcClient jdbc;

  private final PaymentId id = PaymentId.fresh();
  private final String path = "/api/v1/payments/" + id;

  @BeforeEach
  void onePaymentCanBeStarted() {
    var payment = Some.paymentWaitingForCard(id);
    when(payments.start(any(), any(), any(), any())).thenReturn(payment);
    when(payments.find(id)).thenReturn(Optional.of(payment));
  }

  @Test
  void startedPaymentHasItsPlace() {
    var answer = start(freshKey(), START);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(path);
    var payment = answer.json();
    assertThat(payment.path("id").asText()).isEqualTo(id.text());
    assertThat(payment.path("shortReference").asText()).isEqualTo(id.reference().toString());
    assertThat(payment.path("status").asText()).isEqualTo("waiting_for_card");
    assertThat(payment.path("finished").asBoolean(true)).isFalse();
    assertThat(payment.path("amount").asLong()).isEqualTo(120_000);
    assertThat(payment.path("currency").asText()).isEqualTo("VND");
    assertThat(payment.path("challenge").asText()).isEqualTo("the-challenge");
    assertThat(payment.path("expiresAt").asText()).isEqualTo("2026-11-24T02:15:00Z");
    assertThat(payment.path("dossiers").path(0).asText()).isEqualTo(Some.CODE);
    assertThat(payment.at("/receipts/0/number").asText()).isEqualTo("BL-1");
    assertThat(payment.at("/history/0/status").asText()).isEqualTo("created");
    assertThat(payment.at("/_links/self/href").asText()).isEqualTo(path);
    verify(payments)
        .start(eq(Some.PAYER), eq(List.of(DossierCode.of(Some.CODE))), eq(Method.CARD), isNull());
  }

  @Test
  void paymentByAccountShowsItsEndOnly() {
    when(payments.start(any(), any(), eq(Method.ACCOUNT), any()))
        .thenReturn(Some.paymentByAccount(id));

    var answer = start(freshKey(), START.replace("CARD", "ACCOUNT"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("account").asText()).isEqualTo("********8888");
    assertThat(answer.json().path("instruction").isNull()).isTrue();
  }

  @Test
  void paymentAtTheCounterComesWithItsInstruction() {
    when(payments.start(any(), any(), eq(Method.COUNTER), any()))
        .thenReturn(Some.paymentAtTheCounter(id));

    var payment = start(freshKey(), START.replace("CARD", "COUNTER")).json();
    assertThat(payment.path("status").asText()).isEqualTo("waiting_for_collection");
    assertThat(payment.at("/instruction/code").asText()).isEqualTo("DVC7K2M");
    assertThat(payment.at("/instruction/validUntil").asText()).isEqualTo("2026-11-24T04:30:00Z");
    assertThat(payment.at("/instruction/account/number").asText()).isEqualTo("1234567890");
    assertThat(payment.at("/instruction/payable").asBoolean()).isTrue();
    assertThat(payment.path("received")).isEmpty();
    assertThat(payment.at("/instruction/vietQr").asText())
        .contains("A000000727", "970415", "1234567890", "120000", "DVC7K2M");
  }

  @Test
  void moneyThatCameInIsToldAndTheInstructionIsNoLongerPayable() {
    when(payments.find(id))
        .thenReturn(Optional.of(Some.paymentWithMoneyReceived(id, IncomingMoney.State.LOOKED_AT)));

    var payment = portal().get(path).json();

    assertThat(payment.path("status").asText()).isEqualTo("waiting_for_collection");
    assertThat(payment.path("statusText").asText()).isEqualTo("Đã nhận tiền, đang được xem xét");
    assertThat(payment.at("/instruction/payable").asBoolean(true)).isFalse();
    assertThat(payment.at("/received/0/amount").asLong()).isEqualTo(100_000);
    assertThat(payment.at("/received/0/at").asText()).isEqualTo("2026-11-24T02:01:00Z");
    assertThat(payment.at("/received/0/state").asText()).isEqualTo("LOOKED_AT");
    assertThat(payment.at("/received/0/returned").isNull()).isTrue();
    assertThat(english().get(path).json().path("statusText").asText())
        .isEqualTo("Money received, being looked at");
  }

  @Test
  void moneyThatWentBackIsToldWithItsTime() {
    when(payments.find(id))
        .thenReturn(Optional.of(Some.paymentWithMoneyReceived(id, IncomingMoney.State.RETURNED)));

    var payment = portal().get(path).json();

    assertThat(payment.path("statusText").asText()).isEqualTo("Tiền đã được hoàn trả");
    assertThat(payment.at("/received/0/returned").asLong()).isEqualTo(100_000);
    assertThat(payment.at("/received/0/returnedAt").asText()).isEqualTo("2026-11-24T02:10:00Z");
  }

  @Test
  void bankIsAskedNowOncePerPauseAndOnlyInDoubt() {
    var from = Instant.parse("2026-11-24T02:10:00Z");
    when(inquiries.askNow(id, By.payer()))
        .thenReturn(
            new InquiryRequests.Answer(Result.ASKED, null),
            new InquiryRequests.Answer(Result.TOO_EARLY, from),
            new InquiryRequests.Answer(Result.NOT_IN_DOUBT, null));

    var asked = portal().send("POST", path + "/ask-bank", null, null);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().path("id").asText()).isEqualTo(id.text());
    var tooEarly = portal().send("POST", path + "/ask-bank", null, null);
    assertProblem(tooEarly, 409, "ask-bank-too-early");
    assertThat(tooEarly.json().path("from").asText()).isEqualTo("2026-11-24T02:10:00Z");
    assertProblem(portal().send("POST", path + "/ask-bank", null, null), 409, "not-being-checked");
  }

  @Test
  void whoHasNoAccountRegisteredIsToldSo() {
    when(payments.start(any(), any(), eq(Method.ACCOUNT), any()))
        .thenThrow(Problem.conflict("not-registered"));

    assertProblem(start(freshKey(), START.replace("CARD", "ACCOUNT")), 409, "not-registered");
  }

  @Test
  void sameKeyAndBodyStartsNoSecondPayment() {
    var key = freshKey();
    start(key, START);
    var again = start(key, START.replace(" ", "").replace("NguyễnVănA", "Nguyễn Văn A"));

    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.header("Location")).isEqualTo(path);
    verify(payments, times(1)).start(any(), any(), any(), any());
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    var key = freshKey();
    start(key, START);

    assertProblem(start(key, START.replace("CARD", "COUNTER")), 422, "idempotency-key-reused");
    verify(payments, times(1)).start(any(), any(), any(), any());
  }

  @Test
  void keyIsDemanded() {
    assertProblem(portal().json("POST", "/api/v1/payments", START), 400, "idempotency-key-missing");
    assertProblem(start(" ", START), 400, "idempotency-key-missing");
    assertProblem(start("k".repeat(256), START), 422, "idempotency-key-invalid");
    assertThat(start("k".repeat(255), START).status()).isEqualTo(201);
  }

  @Test
  void refusedStartKeepsNoKey() {
    var key = freshKey();
    when(payments.start(any(), any(), any(), any()))
        .thenThrow(Problem.conflict("dossier-in-payment").with("payment", "P1"))
        .thenReturn(Some.paymentWaitingForCard(id));

    var refused = start(key, START);
    assertProblem(refused, 409, "dossier-in-payment");
    assertThat(refused.json().path("payment").asText()).isEqualTo("P1");
    assertThat(start(key, START).status()).isEqualTo(201);
  }

  @Test
  void eightRequestsWithOneKeyStartOnePayment() throws Exception {
    var key = freshKey();
    when(payments.start(any(), any(), any(), any()))
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
      Callable<Answer> one = () -> start(key, START);
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
    verify(payments, times(1)).start(any(), any(), any(), any());
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
  void returnAddressOfStrangersIsRefused(String url) {
    var body =
        START.replace("\"CARD\"", "\"CARD\",\"returnUrl\":\"" + url.replace("\\", "\\\\") + "\"");

    assertProblem(start(freshKey(), body), 422, "return-url-refused");
  }

  @Test
  void returnAddressOfThePortalIsTaken() {
    var body =
        START.replace("\"CARD\"", "\"CARD\",\"returnUrl\":\"http://localhost:9090/back?x=1\"");

    assertThat(start(freshKey(), body).status()).isEqualTo(201);
  }

  @Test
  void wrongStartsAreRefused() {
    assertProblem(
        start(freshKey(), START.replace("000.00.00.H47", "H47")), 404, "dossier-not-found");
    assertField(
        start(freshKey(), START.replace("\"CARD\"", "\"GOLD\"")), "field-invalid", "method");
    assertField(
        start(freshKey(), START.replace("\"dossiers\"", "\"d\"")), "field-missing", "dossiers");
    assertField(
        start(freshKey(), START.replace("[\"000", "[7,\"000")), "field-invalid", "dossiers[0]");
    assertProblem(start(freshKey(), "{"), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(ints = {61, 900, 2000})
  void moreDossiersThanOnePaymentHoldsAreRefusedWithTheLimit(int count) {
    var answer = start(freshKey(), START.replace("\"" + Some.CODE + "\"", dossiers(count)));

    assertProblem(answer, 422, "too-many-dossiers");
    assertThat(answer.json().path("most").asInt()).isEqualTo(60);
    assertThat(answer.json().path("detail").asText()).contains("60");
    verify(payments, never()).start(any(), any(), any(), any());
  }

  @Test
  void asManyDossiersAsOnePaymentHoldsAreTaken() {
    assertThat(start(freshKey(), START.replace("\"" + Some.CODE + "\"", dossiers(60))).status())
        .isEqualTo(201);
  }

  @Test
  void paymentThatCannotBeOneIsNotFound() {
    for (var wrong : List.of("P1", "p" + id.text().substring(1), PaymentId.fresh().text())) {
      assertProblem(portal().get("/api/v1/payments/" + wrong), 404, "payment-not-found");
    }
    var cancel = "/api/v1/payments/P1/cancel";
    assertProblem(portal().send("POST", cancel, null, null), 404, "payment-not-found");
    assertProblem(portal().json("POST", "/api/v1/payments/P1/otp", "{}"), 404, "payment-not-found");
  }

  @Test
  void sealedValuesAreHandedOnUnread() {
    when(payments.enterCard(id, "970415", "a.b.c.d.e", "2026-01"))
        .thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.enterOtp(id, "f.g.h.i.j")).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.resendOtp(id)).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.cancel(id)).thenReturn(Some.paymentWaitingForOtp(id));

    var card =
        portal()
            .json(
                "POST",
                path + "/card",
                "{\"bank\":\"970415\",\"sealedCard\":\"a.b.c.d.e\",\"termsVersion\":\"2026-01\"}");
    assertThat(card.status()).as(card.body()).isEqualTo(202);
    assertThat(card.json().at("/otp/sentTo").asText()).isEqualTo("******678");
    assertThat(card.json().at("/otp/triesLeft").asInt()).isEqualTo(3);
    assertThat(portal().json("POST", path + "/otp", "{\"sealedOtp\":\"f.g.h.i.j\"}").status())
        .isEqualTo(202);
    assertThat(portal().send("POST", path + "/otp/resend", null, null).status()).isEqualTo(202);
    assertThat(portal().json("POST", path + "/cancel", "{}").status()).isEqualTo(202);
    assertField(
        portal().json("POST", path + "/otp", "{\"sealedOtp\":123456}"),
        "field-invalid",
        "sealedOtp");
    assertField(portal().json("POST", path + "/otp", "{}"), "field-missing", "sealedOtp");
  }

  @Test
  void declineSaysWhatToDoNext() {
    when(payments.find(id))
        .thenReturn(Optional.of(Some.paymentDeclined(id, "card-not-enabled-online")));

    var payment = portal().get(path).json();
    assertThat(payment.path("reason").asText()).isEqualTo("card-not-enabled-online");
    assertThat(payment.at("/reasonText/nextStep").asText())
        .isEqualTo(
            "Hãy đăng ký thanh toán trực tuyến tại quầy giao dịch của VietinBank hoặc gọi"
                + " 04.39425580/81/82, rồi thanh toán lại.");
    assertThat(payment.at("/lastDecline/title").asText())
        .isEqualTo("Thẻ chưa được đăng ký thanh toán trực tuyến");
    assertThat(english().get(path).json().at("/lastDecline/nextStep").asText())
        .isEqualTo(
            "Have it enabled at a counter of VietinBank or by calling 04.39425580/81/82, then pay"
                + " again.");
  }
}
