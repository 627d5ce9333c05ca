package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;

/** Paying for somebody else, by their dossier's number and their own. */
@PagesTest
class OthersBrowserTest {
  private static final String CODE = "000.00.00.H47-261124-0009";

  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired WebApplicationContext context;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dossierOfSomebodyElseIsPaidByAQrCode(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.click("a:has-text('Nộp hộ người khác')");
    ask(page, CODE, " 049 099 999 999 ");
    assertThat(main(page))
        .contains(CODE, "T. T. B", "70.000")
        .doesNotContain(OTHER.name(), OTHER.id(), "Hội An");
    page.click("button:has-text('Lấy mã VietQR')");

    page.waitForSelector("main:has(.qr svg) ~ footer");
    assertThat(main(page)).contains("7K4MQ2", "111000222333").doesNotContain(OTHER.name());
    var started = payments.find(payments.started().get(0)).orElseThrow();
    assertThat(started.payer().id()).isEqualTo(OTHER.id());
    assertThat(started.method()).isEqualTo(Method.COUNTER);

    // Whoever comes back finds the same instruction, and later that it is paid.
    page.navigate("/others");
    ask(page, CODE, OTHER.id());
    assertThat(main(page)).contains("7K4MQ2");
    assertThat(payments.started()).hasSize(1);
    payments.bankPays(started.id());
    page.click("button:has-text('Xem lại')");
    page.waitForSelector("main:not(:has(.qr)) ~ footer");
    assertThat(main(page)).contains("ĐÃ THANH TOÁN").doesNotContain("7K4MQ2");
  }

  /** Who guesses learns nothing from an answer, and soon gets none: the right number neither. */
  @Test
  void whoGuessesLearnsNothingAndIsSoonToldWhenToGoOn() {
    var code = dossiers.unpaid("000.00.00.H47-261124-0077", OTHER, 70_000).text();
    var pages = new SignedInPages(context, AN);
    var wrong = answer(pages, code, "049000000000");
    assertThat(wrong).contains("Không tìm thấy");
    assertThat(answer(pages, "000.00.00.H47-261124-4444", OTHER.id())).isEqualTo(wrong);
    assertThat(answer(pages, "no code at all", OTHER.id())).isEqualTo(wrong);
    for (int tries = 0; tries < 4; tries++) {
      answer(pages, code, "0490000000%02d".formatted(tries));
    }
    for (var form : List.of("/others", "/others/pay")) {
      var fields = new String[] {"code=" + code, "number=" + OTHER.id()};
      var early = pages.send(form, fields);
      assertThat(early.getStatus()).isEqualTo(429);
      assertThat(early.getHeader("Retry-After")).isEqualTo("30");
      assertThat(SignedInPages.text(early))
          .contains("đã thử quá nhiều lần", "Có thể thử lại từ 01/01/2100 12:05", code)
          .doesNotContain("Không tìm thấy", "70.000", OTHER.id());
      assertThat(SignedInPages.text(pages.send(form + "?lang=en", fields)))
          .contains("You have tried too often", "It can be tried again from 01/01/2100 12:05");
    }
    assertThat(payments.started()).isEmpty();
  }

  @Test
  void paymentOfTheOwnerIsNotShown() {
    var code = DossierCode.of(CODE);
    var id = payments.start(OTHER, List.of(code), Method.CARD, null).id();
    assertThat(payments.find(id).orElseThrow().status()).isEqualTo(PaymentStatus.WAITING_FOR_CARD);
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    page.navigate("/others");
    ask(page, CODE, OTHER.id());
    assertThat(main(page)).contains("đang được thanh toán").doesNotContain(id.text());
    assertThat(page.locator(".qr").count()).isZero();
    assertThat(page.navigate("/payments/" + id).status()).isEqualTo(404);
  }

  /** What the page says, without what was typed. */
  private static String answer(SignedInPages pages, String code, String number) {
    var answer = pages.send("/others", "code=" + code, "number=" + number);
    assertThat(answer.getStatus()).isEqualTo(200);
    return SignedInPages.text(answer)
        .replaceAll("(?s).*<main", "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replace(code, "");
  }

  private static void ask(Page page, String code, String number) {
    page.fill("#code", code);
    page.fill("#number", number);
    page.click("main button:has-text('Tìm hồ sơ')");
    page.waitForSelector(
        "main:not(:has(#number)) ~ footer, main:has(.warning) ~ footer"); // the whole page
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }
}
