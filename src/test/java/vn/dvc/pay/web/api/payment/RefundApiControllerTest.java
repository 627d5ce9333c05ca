package vn.dvc.pay.web.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.web.PortalApi.START;
import static vn.dvc.pay.web.PortalApi.assertField;
import static vn.dvc.pay.web.PortalApi.assertProblem;
import static vn.dvc.pay.web.PortalApi.dossiers;
import static vn.dvc.pay.web.PortalApi.freshKey;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.WebTest;

@WebTest
class RefundApiControllerTest {
  private static final String ASK =
      """
      {"dossiers":["000.00.00.H47-261124-0001"],"reason":"Người nộp rút hồ sơ"}
      """;

  @Autowired Callers callers;
  @Autowired PortalApi api;
  @Autowired Refunds refunds;

  private final PaymentId id = PaymentId.fresh();
  private final String path = "/api/v1/payments/" + id + "/refunds";

  @BeforeEach
  void oneRefundCanBeAskedFor() {
    var refund = Some.refund(id);
    when(refunds.ask(any(), any(), any(), any())).thenReturn(refund);
    when(refunds.find(refund.id())).thenReturn(Optional.of(refund));
    when(refunds.ofPayment(id)).thenReturn(List.of(refund));
  }

  @Test
  void refundIsAcceptedAndReturnedInFull() {
    var answer = ask(freshKey(), ASK);

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    var refund = answer.json();
    assertThat(refund.path("id").asText()).isEqualTo(Some.refund(id).id());
    assertThat(refund.path("payment").asText()).isEqualTo(id.text());
    assertThat(refund.path("status").asText()).isEqualTo("requested");
    assertThat(refund.path("statusText").asText()).isEqualTo("Đang chờ quyết định");
    assertThat(refund.path("amount").asLong()).isEqualTo(120_000);
    assertThat(refund.at("/lines/0/dossier").asText()).isEqualTo(Some.CODE);
    assertThat(refund.at("/lines/0/receipt").asText()).isEqualTo("BL-1");
    assertThat(refund.path("rejection").isNull()).isTrue();
    assertThat(refund.at("/history/0/status").asText()).isEqualTo("requested");
    assertThat(refund.at("/_links/self/href").asText()).isEqualTo(path);
    verify(refunds)
        .ask(
            eq(id),
            eq(List.of(DossierCode.of(Some.CODE))),
            eq("Người nộp rút hồ sơ"),
            eq(Asker.portal("portal")));
  }

  @Test
  void refundsOfAPaymentAreListed() {
    var answer = callers.english().get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/refunds/0/statusText").asText()).isEqualTo("Awaiting a decision");
    assertThat(answer.json().at("/_links/self/href").asText()).isEqualTo(path);

    when(refunds.ofPayment(id)).thenThrow(Problem.notFound("payment-not-found"));
    assertProblem(callers.portal().get(path), 404, "payment-not-found");
    assertProblem(callers.portal().get("/api/v1/payments/P1/refunds"), 404, "payment-not-found");
  }

  @Test
  void sameKeyAndBodyMakeOneRequest() {
    var key = freshKey();
    var first = ask(key, ASK).json();
    var again = ask(key, ASK.replace(" [", "["));

    assertThat(again.status()).as(again.body()).isEqualTo(202);
    assertThat(again.json().path("id")).isEqualTo(first.path("id"));
    verify(refunds, times(1)).ask(any(), any(), any(), any());
  }

  @Test
  void keyOfAnotherRequestIsRefused() {
    var key = freshKey();
    ask(key, ASK);
    assertProblem(ask(key, ASK.replace("rút", "đổi")), 422, "idempotency-key-reused");
    var elsewhere = "/api/v1/payments/" + PaymentId.fresh() + "/refunds";
    assertProblem(
        callers.portal().with("Idempotency-Key", key).json("POST", elsewhere, ASK),
        422,
        "idempotency-key-reused");
    assertProblem(api.start(key, START), 422, "idempotency-key-reused");
    verify(refunds, times(1)).ask(any(), any(), any(), any());
  }

  @Test
  void keyIsRequired() {
    assertProblem(callers.portal().json("POST", path, ASK), 400, "idempotency-key-missing");
    assertProblem(ask(" ", ASK), 400, "idempotency-key-missing");
    assertProblem(ask("k".repeat(256), ASK), 422, "idempotency-key-invalid");
    verify(refunds, never()).ask(any(), any(), any(), any());
  }

  @Test
  void missingReasonIsRefusedByTheService() {
    when(refunds.ask(any(), any(), isNull(), any())).thenThrow(Problem.invalid("reason-missing"));
    for (var without : List.of("\"reason\":null", "\"reason\":\" \"", "\"other\":\"x\"")) {
      var body = ASK.replace("\"reason\":\"Người nộp rút hồ sơ\"", without);
      assertProblem(ask(freshKey(), body), 422, "reason-missing");
    }
  }

  @Test
  void tooManyDossiersAreRefusedWithTheLimit() {
    var answer = ask(freshKey(), ASK.replace("\"000.00.00.H47-261124-0001\"", dossiers(900)));
    assertProblem(answer, 422, "too-many-dossiers");
    assertThat(answer.json().path("most").asInt()).isEqualTo(60);
  }

  @Test
  void wrongRequestsAreRefused() {
    assertField(
        ask(freshKey(), ASK.replace("\"Người", "7,\"x\":\"Người")), "field-invalid", "reason");
    assertField(ask(freshKey(), ASK.replace("nộp", "\\u0000")), "field-invalid", "reason");
    assertField(ask(freshKey(), ASK.replace("\"dossiers\"", "\"d\"")), "field-missing", "dossiers");
    assertField(ask(freshKey(), ASK.replace("[\"000", "[7,\"000")), "field-invalid", "dossiers[0]");
    assertField(
        ask(freshKey(), ASK.replace("[", "{\"a\":[").replace("],", "]},")),
        "field-invalid",
        "dossiers");
    assertProblem(
        ask(freshKey(), ASK.replace("000.00.00.H47", "H47")), 422, "dossier-not-in-payment");
    assertProblem(ask(freshKey(), "["), 400, "malformed-json");
    assertProblem(ask(freshKey(), "[]"), 400, "malformed-json");
    assertProblem(
        callers
            .portal()
            .with("Idempotency-Key", freshKey())
            .json("POST", "/api/v1/payments/x/refunds", ASK),
        404,
        "payment-not-found");
    assertProblem(callers.portal().json("PUT", path, ASK), 405, "method-not-allowed");
    assertThat(callers.anybody().get(path).status()).isEqualTo(401);
    verify(refunds, never()).ask(any(), any(), any(), any());
  }

  @ParameterizedTest
  @CsvSource({
    "404, payment-not-found",
    "409, payment-not-paid",
    "409, refund-already-asked",
    "409, nothing-to-refund",
    "422, no-dossiers",
    "422, dossier-twice",
    "422, dossier-not-in-payment",
    "422, reason-too-long"
  })
  void refusalIsReportedAndUsesUpNoKey(int status, String code) {
    var key = freshKey();
    when(refunds.ask(any(), any(), any(), any()))
        .thenThrow(new Problem(status, code).with("dossier", Some.CODE))
        .thenReturn(Some.refund(id));
    assertProblem(ask(key, ASK), status, code);
    assertThat(ask(key, ASK).status()).isEqualTo(202);
  }

  private Answer ask(String key, String body) {
    return callers.portal().with("Idempotency-Key", key).json("POST", path, body);
  }
}
