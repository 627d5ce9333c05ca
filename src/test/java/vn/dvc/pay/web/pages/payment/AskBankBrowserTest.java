package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.InquiryRequests.Answer;
import vn.dvc.pay.payment.InquiryRequests.Result;

/** A payer whose payment is being checked may have the bank asked immediately. */
@PagesTest
class AskBankBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();
  private static final Instant FROM = Instant.parse("2026-11-28T03:04:05Z");

  @Autowired FakePayments payments;
  @Autowired FakeInquiries inquiries;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payerHasTheBankAskedAndNoResultIsPromised(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.startPayment(page);
    payments.bankIsSilent(id);
    page.navigate("/payments/" + id);

    page.click("text=Hỏi lại ngân hàng ngay");

    page.waitForSelector(".step .notice");
    assertThat(page.url()).endsWith("/payments/" + id);
    assertThat(page.locator(".step .notice").innerText()).contains("Đã gửi câu hỏi tới ngân hàng");
    assertThat(inquiries.asked).containsExactly(id);
    assertThat(BROWSER.status(page)).isEqualTo("Đang được kiểm tra với ngân hàng");
  }

  @Test
  void askingTooEarlyShowsTheEarliestTime() {
    var page = BROWSER.page(true);
    var id = BROWSER.startPayment(page);
    payments.bankIsSilent(id);
    inquiries.answer = new Answer(Result.TOO_EARLY, FROM);
    page.navigate("/payments/" + id);
    page.click("text=Hỏi lại ngân hàng ngay");

    page.waitForSelector(".step .notice");
    assertThat(page.locator(".step .notice").innerText())
        .contains("Có thể hỏi lại từ 10:04:05 ngày 28/11/2026");
  }
}
