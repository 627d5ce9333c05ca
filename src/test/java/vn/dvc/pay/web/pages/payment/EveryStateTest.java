package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.registration.RegistrationStatus;

/**
 * Whatever the status of a payment or registration, its page shows it and says what happens next.
 */
@PagesTest
class EveryStateTest {
  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;
  @Autowired WebApplicationContext context;

  @ParameterizedTest
  @EnumSource
  void everyPaymentSaysWhatHappensNext(PaymentStatus status) {
    var pages = new SignedInPages(context, AN);
    for (var method : Method.values()) {
      fixture.startAfresh();
      registrations.stand(fixture.registered(AN).id(), RegistrationStatus.REGISTERED);
      var id = payments.start(AN, List.of(fixture.first()), method, null).id();
      if (status == PaymentStatus.WAITING_FOR_OTP) {
        if (method == Method.CARD) {
          payments.bankSendsOtp(id);
        }
      } else if (status == PaymentStatus.PAID) {
        payments.bankPays(id);
      } else if (status != PaymentStatus.WAITING_FOR_CARD) {
        payments.stand(id, status, reason(status));
      }
      for (var language : List.of("vi", "en")) {
        var html = pages.html("/payments/" + id + "?lang=" + language);
        var step = step(html);
        isComplete(html, method + " " + status);
        assertThat(step).as(method + " " + status).containsAnyOf("<a ", "<button");
        if (status.isFinished() && status != PaymentStatus.PAID) {
          assertThat(step).containsPattern("<h2>[^<-]+</h2>\\s*<p>[^<]+</p>");
        }
      }
    }
  }

  /** Also at an old address, or one with which somebody played: it names another bank, or none. */
  @ParameterizedTest
  @ValueSource(strings = {"", "&bank=970431", "&bank=000000"})
  void bankThatSentTheOtpIsNamed(String chosen) {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.bankSendsOtp(id);
    var pages = new SignedInPages(context, AN);
    for (var language : List.of("vi", "en")) {
      var html = pages.html("/payments/" + id + "?lang=" + language + chosen);
      isComplete(html, language + chosen);
      assertThat(step(html)).containsPattern("<p>VietinBank (đã gửi|has sent)");
      assertThat(html).doesNotContain("Eximbank");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRefundSaysWhatHappensNext(Refund.Status status) {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.bankPays(id);
    payments.refund(id, status);
    var pages = new SignedInPages(context, AN);
    for (var language : List.of("vi", "en")) {
      var html = pages.html("/payments/" + id + "?lang=" + language);
      isComplete(html, status.name());
      assertThat(html).doesNotContain("Rút hồ sơ");
      assertThat(step(html))
          .contains("class=\"tag " + status.word() + "\"", fixture.first().text())
          .containsPattern("<p class=\"hint\">[^<]+");
    }
    var html = step(pages.html("/payments/" + id + "?lang=vi"));
    if (status == Refund.Status.REFUNDED) {
      assertThat(html).contains("đã hủy").doesNotContain("thanh toán lại");
    } else {
      assertThat(html).contains("ĐÃ THANH TOÁN").doesNotContain("đã hủy");
    }
  }

  @ParameterizedTest
  @EnumSource
  void moneyGivenBackIsSaidToReturnTheWayItCame(Method method) {
    registrations.stand(fixture.registered(AN).id(), RegistrationStatus.REGISTERED);
    var id = payments.start(AN, List.of(fixture.first()), method, null).id();
    payments.bankPays(id);
    var pages = new SignedInPages(context, AN);
    for (var refund : List.of(Refund.Status.REFUNDING, Refund.Status.REFUNDED)) {
      payments.refund(id, refund);
      saysWhereTheMoneyWent(method, step(pages.html("/payments/" + id)));
    }
    for (var status : List.of(PaymentStatus.PARTLY_REVERSED, PaymentStatus.REVERSED)) {
      payments.stand(id, status, "bank-declined");
      saysWhereTheMoneyWent(method, step(pages.html("/payments/" + id)));
    }
  }

  private static void saysWhereTheMoneyWent(Method method, String step) {
    var places =
        Map.of(
            Method.CARD, "vào thẻ đã thanh toán",
            Method.ACCOUNT, "vào tài khoản đã thanh toán",
            Method.COUNTER, "theo đường đã nộp");
    places.forEach(
        (each, place) -> {
          if (each == method) {
            assertThat(step).contains(place);
          } else {
            assertThat(step).doesNotContain(place);
          }
        });
  }

  @Test
  void pagesShowTheShortReferenceAndTheContacts() {
    var payment = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    var registration = fixture.registered(AN).id();
    var pages = new SignedInPages(context, AN);
    var support = new String[] {"0235 000 0000", "ho-tro@example.vn", "7:30–17:00 ngày làm việc"};
    assertThat(pages.html("/payments/" + payment))
        .contains(payment.reference().toString(), payment.text())
        .contains(support);
    assertThat(pages.html("/registrations/" + registration))
        .contains(registration.reference().toString(), registration.text())
        .contains(support);
  }

  @Test
  void ourConfirmationIsNotCalledAReceiptAndItsIssuerIsNamed() {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.bankPays(id);
    var pages = new SignedInPages(context, AN);
    assertThat(step(pages.html("/payments/" + id)))
        .contains("Xác nhận thanh toán số BL-", "Biên lai điện tử do cơ quan thu")
        .doesNotContain("Biên lai số");
    assertThat(pages.html("/dossiers"))
        .contains("Xác nhận thanh toán số")
        .doesNotContain("iên lai");
  }

  private static String reason(PaymentStatus status) {
    return switch (status) {
      case DECLINED, PARTLY_REVERSED, REVERSED -> "bank-declined";
      case CANCELLED -> "cancelled-by-payer";
      case EXPIRED -> "window-ended";
      default -> null;
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyRegistrationSaysWhatHappensNext(RegistrationStatus status) {
    var pages = new SignedInPages(context, AN);
    var id = fixture.registered(AN).id();
    registrations.stand(id, status);
    for (var language : List.of("vi", "en")) {
      var html = pages.html("/registrations/" + id + "?lang=" + language);
      isComplete(html, status.name());
      assertThat(step(html))
          .containsPattern("class=\"result [a-z_]+\" role=\"status\">\\s*<p>[^<]+");
      if (status != RegistrationStatus.ACTIVATING) {
        assertThat(step(html)).containsAnyOf("<a ", "<button");
      } else {
        assertThat(html).contains("data-poll=\"3\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient-funds",
        "mandate-suspended",
        "account-closed",
        "limit-exceeded",
        "bank-unavailable",
        "bank-declined"
      })
  void declinedDebitIsExplainedInTermsOfTheAccount(String reason) {
    registrations.stand(fixture.registered(AN).id(), RegistrationStatus.REGISTERED);
    var id = payments.start(AN, List.of(fixture.first()), Method.ACCOUNT, null).id();
    payments.end(id, PaymentStatus.DECLINED, reason);
    var pages = new SignedInPages(context, AN);

    assertThat(step(pages.html("/payments/" + id)))
        .containsPattern("<h2>[^<-]+</h2>\\s*<p>[^<]+</p>")
        .doesNotContain("thẻ khác")
        .doesNotContain("ngân hàng phát hành");
  }

  @Test
  void paidPageTellsAmountTimeNumberAndWhatComesNext() {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.bankPays(id);
    var paidAt = payments.find(id).orElseThrow().paidAt();
    var result = new SignedInPages(context, AN).html("/payments/" + id);

    assertThat(step(result))
        .contains("1.234.000\u00a0đ", "datetime=\"" + paidAt, "BL-261124-0001")
        .contains("Bạn không cần làm gì thêm");
  }

  @Test
  void everyPageSaysThatNoMoneyIsRealOutsideProduction() {
    var pages = new SignedInPages(context, AN);
    for (var path : List.of("/dossiers", "/payments", "/registrations/new")) {
      assertThat(pages.html(path)).as(path).contains("không có tiền thật");
    }
  }

  @Test
  void whatIsLeftAfterARefundOfAPartIsShown() {
    var id = payments.start(AN, List.of(fixture.first(), fixture.second()), Method.CARD, null).id();
    payments.bankPays(id);
    payments.refund(id, Refund.Status.REFUNDED, 50_000);
    assertThat(step(new SignedInPages(context, AN).html("/payments/" + id)))
        .containsSubsequence("1.284.000\u00a0đ", "Còn lại sau khi hoàn tiền", "1.234.000\u00a0đ");
  }

  /** No text is missing, and no value of one. */
  private static void isComplete(String html, String state) {
    assertThat(html).as(state).doesNotContain("??").doesNotContainPattern("\\bnull\\b");
  }

  private static String step(String html) {
    return html.substring(html.indexOf("<section class=\"step\""), html.indexOf("</section>"));
  }
}
