package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN_PHAT;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import vn.dvc.pay.values.PaymentId;

/**
 * Whatever the status of a payment or registration, its page shows it and says what happens next.
 */
@PagesTest
class EveryStateTest {
  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired FakeProfiles profiles;
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
  void unavailablePaymentOptionsAreExplained() {
    var pages = new SignedInPages(context, AN);
    var choice = "/payments/new?dossier=" + fixture.first();
    assertThat(pages.html(choice)).contains("chưa đăng ký tài khoản", "/registrations/new");

    var id = fixture.registered(AN).id();
    assertThat(pages.html(choice)).contains("chưa hoàn tất", "/registrations/" + id);
    registrations.stand(id, RegistrationStatus.SUSPENDED);
    assertThat(pages.html(choice)).contains("đang tạm dừng", "/registrations/" + id);
    registrations.stand(id, RegistrationStatus.REGISTERED);
    assertThat(pages.html(choice)).contains("********8888").doesNotContain("vượt hạn mức");
    payments.limits.put(Method.CARD, 1_000_000L);
    assertThat(pages.html(choice)).contains("vượt hạn mức").doesNotContain("id=\"CARD\"");
    payments.limits.remove(Method.CARD);
    assertThat(pages.html(choice)).doesNotContain("Thẻ ngân hàng nội địa");
    payments.limits.clear();
    assertThat(pages.html(choice)).contains("không có cách thanh toán nào");
  }

  /** One click must not be enough: a debit needs no OTP (P12). */
  @Test
  void debitIsAskedAboutBeforeItIsStarted() {
    registrations.stand(fixture.registered(AN).id(), RegistrationStatus.REGISTERED);
    var pages = new SignedInPages(context, AN);
    var debit = new String[] {"dossier=" + fixture.first(), "method=ACCOUNT", "token=t1"};
    var asked = pages.send("/payments", debit);
    assertThat(asked.getStatus()).isEqualTo(200);
    assertThat(SignedInPages.text(asked))
        .contains("********8888", "1.234.000\u00a0đ", fixture.first().text())
        .contains("name=\"confirmed\"");
    assertThat(payments.started()).isEmpty();

    var confirmed = Arrays.copyOf(debit, 4);
    confirmed[3] = "confirmed=yes";
    assertThat(pages.send("/payments", confirmed).getStatus()).isEqualTo(303);
    assertThat(payments.started()).hasSize(1);
  }

  @Test
  void representativeIsTakenFromThePortalWhereItNamesOne() {
    var pages = new SignedInPages(context, AN_PHAT);
    assertThat(pages.html("/registrations/new"))
        .contains("Trần Thị Bình", "Giám đốc", "Mã số thuế")
        .doesNotContain("id=\"representativeName\"");
    profiles.reachable = false;
    var typed = pages.send("/registrations", "bank=970415", "account=113366668888");
    assertThat(typed.getStatus()).isEqualTo(422);
    assertThat(SignedInPages.text(typed)).contains("họ tên người đại diện", "113366668888");

    profiles.reachable = true;
    var sent =
        pages.send(
            "/registrations",
            "bank=970415",
            "account=113366668888",
            "accountHolder=CONG TY TNHH AN PHAT",
            "branch=Chi nhánh Tam Kỳ",
            "phone=02353861234",
            "representativeName=Kẻ Khác");
    assertThat(sent.getStatus()).isEqualTo(303);
    var application = registrations.started().get(0).application();
    assertThat(application.representative().name()).isEqualTo("Trần Thị Bình");
    assertThat(application.contact().email()).isNull();
  }

  @Test
  void listsShowOwnEntriesOnly() {
    var id = payments.start(AN, List.of(fixture.first()), Method.COUNTER, null).id();
    var theirs = fixture.registered(OTHER).id();
    var mine = fixture.registered(AN).id();
    var pages = new SignedInPages(context, AN);

    assertThat(pages.html("/payments")).contains(id.text(), "Chờ nộp tiền", fixture.first().text());
    assertThat(pages.html("/registrations")).contains(mine.text()).doesNotContain(theirs.text());
    assertThat(new SignedInPages(context, OTHER).html("/payments"))
        .contains("chưa có khoản thanh toán nào")
        .doesNotContain(id.text());
  }

  @Test
  void paymentsArePagedAndPaidDossiersComeAsATable() {
    for (var i = 0; i < 51; i++) {
      var code = dossiers.unpaid("000.00.00.H47-261124-0%03d".formatted(300 + i), AN, 10_000 + i);
      payments.bankPays(payments.start(AN, List.of(code), Method.CARD, null).id());
    }
    var pages = new SignedInPages(context, AN);
    assertThat(pages.html("/payments")).contains("/payments?page=1").contains("-0349<");
    assertThat(pages.html("/payments?page=1")).contains("-0350<").doesNotContain("page=2");

    var table = SignedInPages.text(pages.open("/payments.csv"));
    assertThat(table.lines()).hasSize(52);
    assertThat(table)
        .startsWith("\uFEFFThời điểm thanh toán,Mã tra cứu,")
        .contains("Thẻ ngân hàng nội địa,000.00.00.H47-261124-0350", ",10050,", "ĐÃ THANH TOÁN");
    assertThat(
            SignedInPages.text(pages.open("/payments.csv?from=2001-01-01&to=2001-12-31")).lines())
        .hasSize(1);
    assertThat(new SignedInPages(context, OTHER).open("/payments.csv").getContentAsByteArray())
        .hasSizeLessThan(300);
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

  @Test
  void historyIsToldAsToAPerson() {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.stand(id, PaymentStatus.PROCESSING, null);
    payments.bankDeclinesCard(id, "card-data-wrong");
    payments.stand(id, PaymentStatus.PROCESSING, null);
    payments.bankSendsOtp(id);
    payments.stand(id, PaymentStatus.PROCESSING, null);
    payments.bankRefusesOtp(id);
    payments.stand(id, PaymentStatus.PROCESSING, null);
    assertThat(history(id))
        .containsExactly(
            "Bắt đầu thanh toán",
            "Bạn gửi thông tin thẻ tới ngân hàng",
            "Cần nhập lại thẻ",
            "Bạn gửi thông tin thẻ tới ngân hàng",
            "Ngân hàng gửi mã OTP",
            "Đang xử lý với ngân hàng");
    payments.end(id, PaymentStatus.CANCELLED, "cancelled-by-payer");
    assertThat(history(id)).hasSize(6).endsWith("Đã hủy theo yêu cầu của bạn");
    assertThat(new SignedInPages(context, AN).html("/payments/" + id))
        .contains("Bạn đã hủy thanh toán này")
        .doesNotContain("Người nộp đã hủy");
  }

  /** It was told once, by a message; who looks again sees it here. */
  @Test
  void lateDebitAndItsReturnAreToldInTheHistory() {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    payments.end(id, PaymentStatus.EXPIRED, "window-ended");
    payments.bankDebitsLate(id, 1_234_000, null);
    var took = "Ngân hàng báo đã trừ 1.234.000\u00a0đ sau khi thanh toán kết thúc";
    assertThat(history(id)).last().asString().startsWith(took);
    payments.bankDebitsLate(id, 1_234_000, Instant.now().plusSeconds(60));
    assertThat(history(id)).endsWith("Ngân hàng đã hoàn trả 1.234.000\u00a0đ");
    assertThat(new SignedInPages(context, AN).html("/payments/" + id + "?lang=en"))
        .containsSubsequence("The bank reported that it took 1.234.000", "The bank returned");
  }

  private List<String> history(PaymentId id) {
    var html = new SignedInPages(context, AN).html("/payments/" + id);
    return Pattern.compile("<li>\\s*<span>([^<]*)</span>\\s*<time")
        .matcher(html.substring(html.indexOf("class=\"history\"")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** No text is missing, and no value of one. */
  private static void isComplete(String html, String state) {
    assertThat(html).as(state).doesNotContain("??").doesNotContainPattern("\\bnull\\b");
  }

  private static String step(String html) {
    return html.substring(html.indexOf("<section class=\"step\""), html.indexOf("</section>"));
  }
}
