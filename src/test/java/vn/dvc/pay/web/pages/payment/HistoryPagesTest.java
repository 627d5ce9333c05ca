package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.PaymentId;

/** The page of a payment tells its history as one would tell it to a person. */
@PagesTest
class HistoryPagesTest {
  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired WebApplicationContext context;

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
}
