package vn.dvc.pay.web.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.web.PortalApi.START;
import static vn.dvc.pay.web.PortalApi.assertField;
import static vn.dvc.pay.web.PortalApi.assertProblem;
import static vn.dvc.pay.web.PortalApi.freshKey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.payment.InquiryRequests.Result;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.WebTest;

/** How a payment is told to the portal, and what the portal may do with it. */
@WebTest
class PaymentApiControllerTest {
  @Autowired Callers callers;
  @Autowired PortalApi api;
  @Autowired Payments payments;
  @Autowired InquiryRequests inquiries;

  private final PaymentId id = PaymentId.fresh();
  private final String path = "/api/v1/payments/" + id;

  @BeforeEach
  void onePaymentCanBeStarted() {
    var payment = Some.paymentWaitingForCard(id);
    when(payments.start(any(), any(), any(), any(), any(), any())).thenReturn(payment);
    when(payments.find(id)).thenReturn(Optional.of(payment));
  }

  @Test
  void startedPaymentHasALocation() {
    var answer = api.start(freshKey(), START);

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
    assertThat(payment.at("/_links/page/href").asText())
        .isEqualTo("http://localhost:8080/payments/" + id);
    verify(payments)
        .start(
            any(),
            eq(Some.PAYER),
            eq(List.of(DossierCode.of(Some.CODE))),
            eq(Method.CARD),
            isNull(),
            isNull());
  }

  /** Otherwise a portal has to ask a second time whether money went back (P19). */
  @Test
  void aPaymentTellsItsRefunds() {
    var refund =
        new Refund(
            "H0123456789ABCDEF0123456789ABCDEF",
            id,
            Refund.Status.REFUNDED,
            List.of(),
            Money.dong(50_000),
            "Hồ sơ bị rút",
            null,
            List.of());
    when(payments.find(id)).thenReturn(Optional.of(Some.paymentRefunded(id, refund)));

    var told = callers.portal().get(path).json().at("/refunds/0");

    assertThat(told.path("id").asText()).isEqualTo(refund.id());
    assertThat(told.path("status").asText()).isEqualTo("refunded");
    assertThat(told.path("amount").asLong()).isEqualTo(50_000);
  }

  @Test
  void paymentByAccountShowsOnlyTheLastDigits() {
    when(payments.start(any(), any(), any(), eq(Method.ACCOUNT), any(), any()))
        .thenReturn(Some.paymentByAccount(id));

    var answer = api.start(freshKey(), START.replace("CARD", "ACCOUNT"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("account").asText()).isEqualTo("********8888");
    assertThat(answer.json().path("instruction").isNull()).isTrue();
  }

  @Test
  void paymentAtTheCounterComesWithItsInstruction() {
    when(payments.start(any(), any(), any(), eq(Method.COUNTER), any(), any()))
        .thenReturn(Some.paymentAtTheCounter(id));

    var payment = api.start(freshKey(), START.replace("CARD", "COUNTER")).json();
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
  void moneyReceivedIsReportedAndTheInstructionIsNoLongerPayable() {
    when(payments.find(id))
        .thenReturn(Optional.of(Some.paymentWithMoneyReceived(id, IncomingMoney.State.LOOKED_AT)));

    var payment = callers.portal().get(path).json();

    assertThat(payment.path("status").asText()).isEqualTo("waiting_for_collection");
    assertThat(payment.path("statusText").asText()).isEqualTo("Đã nhận tiền, đang được xem xét");
    assertThat(payment.at("/instruction/payable").asBoolean(true)).isFalse();
    assertThat(payment.at("/received/0/amount").asLong()).isEqualTo(100_000);
    assertThat(payment.at("/received/0/at").asText()).isEqualTo("2026-11-24T02:01:00Z");
    assertThat(payment.at("/received/0/state").asText()).isEqualTo("LOOKED_AT");
    assertThat(payment.at("/received/0/returned").isNull()).isTrue();
    assertThat(callers.english().get(path).json().path("statusText").asText())
        .isEqualTo("Money received, being looked at");
  }

  @Test
  void moneyReturnedIsReportedWithItsTime() {
    when(payments.find(id))
        .thenReturn(Optional.of(Some.paymentWithMoneyReceived(id, IncomingMoney.State.RETURNED)));

    var payment = callers.portal().get(path).json();

    assertThat(payment.path("statusText").asText()).isEqualTo("Tiền đã được hoàn trả");
    assertThat(payment.at("/received/0/returned").asLong()).isEqualTo(100_000);
    assertThat(payment.at("/received/0/returnedAt").asText()).isEqualTo("2026-11-24T02:10:00Z");
  }

  @Test
  void bankIsAskedNowOnlyInDoubtAndOncePerPause() {
    var from = Instant.parse("2026-11-24T02:10:00Z");
    when(inquiries.askNow(id, By.payer()))
        .thenReturn(
            new InquiryRequests.Answer(Result.ASKED, null),
            new InquiryRequests.Answer(Result.TOO_EARLY, from),
            new InquiryRequests.Answer(Result.NOT_IN_DOUBT, null));

    var asked = callers.portal().send("POST", path + "/ask-bank", null, null);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().path("id").asText()).isEqualTo(id.text());
    var tooEarly = callers.portal().send("POST", path + "/ask-bank", null, null);
    assertProblem(tooEarly, 409, "ask-bank-too-early");
    assertThat(tooEarly.json().path("from").asText()).isEqualTo("2026-11-24T02:10:00Z");
    assertProblem(
        callers.portal().send("POST", path + "/ask-bank", null, null), 409, "not-being-checked");
  }

  @Test
  void whoeverTriesTooOftenIsToldInAHeaderAndInWordsWhenToTryAgain() {
    when(payments.enterOtp(id, "f.g.h.i.j"))
        .thenThrow(
            new Problem(429, "too-many-tries")
                .with("retryAfter", 91L)
                .with("retryAt", "2026-11-24T02:10:00Z"));
    var refused = callers.portal().json("POST", path + "/otp", "{\"sealedOtp\":\"f.g.h.i.j\"}");
    assertProblem(refused, 429, "too-many-tries");
    assertThat(refused.header("Retry-After")).isEqualTo("91");
    assertThat(refused.json().path("detail").asText()).contains("2026-11-24T02:10:00Z");
  }

  @Test
  void unknownOrImpossiblePaymentIdIsNotFound() {
    for (var wrong : List.of("P1", "p" + id.text().substring(1), PaymentId.fresh().text())) {
      assertProblem(callers.portal().get("/api/v1/payments/" + wrong), 404, "payment-not-found");
    }
    var cancel = "/api/v1/payments/P1/cancel";
    assertProblem(callers.portal().send("POST", cancel, null, null), 404, "payment-not-found");
    assertProblem(
        callers.portal().json("POST", "/api/v1/payments/P1/otp", "{}"), 404, "payment-not-found");
  }

  @Test
  void sealedValuesAreHandedOnUnread() {
    when(payments.enterCard(id, "970415", "a.b.c.d.e", "2026-01"))
        .thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.enterOtp(id, "f.g.h.i.j")).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.resendOtp(id)).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.cancel(id)).thenReturn(Some.paymentWaitingForOtp(id));

    var card =
        callers
            .portal()
            .json(
                "POST",
                path + "/card",
                "{\"bank\":\"970415\",\"sealedCard\":\"a.b.c.d.e\",\"termsVersion\":\"2026-01\"}");
    assertThat(card.status()).as(card.body()).isEqualTo(202);
    assertThat(card.json().at("/otp/sentTo").asText()).isEqualTo("******678");
    assertThat(card.json().at("/otp/triesLeft").asInt()).isEqualTo(3);
    assertThat(
            callers.portal().json("POST", path + "/otp", "{\"sealedOtp\":\"f.g.h.i.j\"}").status())
        .isEqualTo(202);
    assertThat(callers.portal().send("POST", path + "/otp/resend", null, null).status())
        .isEqualTo(202);
    assertThat(callers.portal().json("POST", path + "/cancel", "{}").status()).isEqualTo(202);
    assertField(
        callers.portal().json("POST", path + "/otp", "{\"sealedOtp\":123456}"),
        "field-invalid",
        "sealedOtp");
    assertField(callers.portal().json("POST", path + "/otp", "{}"), "field-missing", "sealedOtp");
  }

  @Test
  void declineSaysWhatToDoNext() {
    when(payments.find(id))
        .thenReturn(Optional.of(Some.paymentDeclined(id, "card-not-enabled-online")));

    var payment = callers.portal().get(path).json();
    assertThat(payment.path("reason").asText()).isEqualTo("card-not-enabled-online");
    assertThat(payment.at("/reasonText/nextStep").asText())
        .isEqualTo(
            "Hãy đăng ký thanh toán trực tuyến tại quầy giao dịch của VietinBank hoặc gọi"
                + " 04.39425580/81/82, rồi thanh toán lại.");
    assertThat(payment.at("/lastDecline/title").asText())
        .isEqualTo("Thẻ chưa được đăng ký thanh toán trực tuyến");
    assertThat(callers.english().get(path).json().at("/lastDecline/nextStep").asText())
        .isEqualTo(
            "Have it enabled at a counter of VietinBank or by calling 04.39425580/81/82, then pay"
                + " again.");
  }
}
