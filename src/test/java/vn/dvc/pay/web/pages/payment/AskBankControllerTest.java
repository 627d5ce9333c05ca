package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.InquiryRequests.Answer;
import vn.dvc.pay.payment.InquiryRequests.Result;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.PaymentId;

/** Who may have the bank asked, about what, and what they see afterwards. */
@PagesTest
class AskBankControllerTest {
  private static final Instant FROM = Instant.parse("2026-11-28T03:04:05Z");

  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeInquiries inquiries;
  @Autowired WebApplicationContext context;

  private SignedInPages pages;
  private PaymentId id;

  @BeforeEach
  void aPaymentBeingChecked() {
    pages = new SignedInPages(context, AN);
    id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.bankIsSilent(id);
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerLeadsBackToThePayment(Result result) {
    inquiries.answer = new Answer(result, result == Result.TOO_EARLY ? FROM : null);

    var sent = pages.send("/payments/" + id + "/ask-bank");

    assertThat(sent.getStatus()).isEqualTo(303);
    assertThat(sent.getHeader("Location")).isEqualTo("/payments/" + id);
    assertThat(inquiries.asked).containsExactly(id);
  }

  @Test
  void neitherAnotherPayerNorAnotherSiteMayHaveTheBankAsked() {
    var others = new SignedInPages(context, OTHER);
    assertThat(others.send("/payments/" + id + "/ask-bank").getStatus()).isEqualTo(404);
    assertThat(pages.sendWithoutToken("/payments/" + id + "/ask-bank").getStatus()).isEqualTo(403);
    assertThat(inquiries.asked).isEmpty();
    assertThat(pages.open("/payments/" + id + "/ask-bank").getStatus()).isEqualTo(303);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAPaymentBeingCheckedOffersTheButton(PaymentStatus status) {
    payments.stand(id, status, status == PaymentStatus.DECLINED ? "bank-declined" : null);
    if (status == PaymentStatus.WAITING_FOR_OTP) {
      payments.bankSendsOtp(id);
    }
    assertThat(pages.html("/payments/" + id).contains("ask-bank"))
        .isEqualTo(status == PaymentStatus.BEING_CHECKED);
  }
}
