package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.IncomingMoney.State.HELD;
import static vn.dvc.pay.payment.IncomingMoney.State.LOOKED_AT;
import static vn.dvc.pay.payment.IncomingMoney.State.RETURNED;
import static vn.dvc.pay.payment.IncomingMoney.State.RETURNING;
import static vn.dvc.pay.payment.IncomingMoney.State.TAKEN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.PaymentId;

/** Money received for a payment, and what became of it, is shown wherever that payment is shown. */
@PagesTest
class MoneyReceivedPagesTest {
  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired WebApplicationContext context;

  private SignedInPages pages;
  private PaymentId id;

  @BeforeEach
  void anInstruction() {
    pages = new SignedInPages(context, AN);
    id = payments.start(AN, List.of(fixture.first()), Method.COUNTER, null).id();
  }

  @Test
  void moneyUnderReviewIsShownAndNobodyIsAskedToPayAgain() {
    payments.moneyCameIn(id, 200_000, LOOKED_AT, 0);

    var html = html("/payments/" + id);

    assertThat(html)
        .contains("Đã nhận tiền, đang được xem xét", "200.000\u00a0đ", "không nộp lại")
        .contains("data-poll=\"30\"");
    assertNotPayable(html);
    assertThat(pages.open("/payments/" + id + "/cancel").getStatus()).isEqualTo(303);
  }

  @ParameterizedTest
  @EnumSource(
      value = IncomingMoney.State.class,
      names = {"RETURNING", "RETURNED"})
  void moneyGivenBackIsShownAndTheWholeMayStillBePaidByTheInstruction(IncomingMoney.State state) {
    payments.moneyCameIn(id, 200_000, state, 200_000);

    var html = html("/payments/" + id);

    assertThat(step(html))
        .contains("200.000\u00a0đ", state == RETURNED ? "đã hoàn trả" : "đang hoàn trả")
        .contains("vẫn có thể nộp", "class=\"qr\"", "instruction.pdf")
        .contains("<dd class=\"amount\">1.234.000\u00a0đ</dd>");
  }

  @ParameterizedTest
  @EnumSource
  void everyStateOfMoneyIsShownInBothLanguages(IncomingMoney.State state) {
    payments.moneyCameIn(id, 200_000, state, state.name().startsWith("RETURN") ? 200_000 : 0);
    if (state == TAKEN) {
      payments.bankPays(id);
    }
    for (var language : List.of("vi", "en")) {
      var html = html("/payments/" + id + "?lang=" + language);
      assertThat(html).doesNotContain("??");
      assertThat(step(html))
          .contains("class=\"tag " + state.name().toLowerCase() + "\"")
          .containsPattern("<p class=\"hint\">[^<]+");
    }
  }

  @Test
  void moneyReceivedAfterCancellingIsShownOnTheCancelledPayment() {
    payments.cancel(id);
    payments.moneyCameIn(id, 1_234_000, LOOKED_AT, 0);

    var html = html("/payments/" + id);

    assertThat(html).contains("Đã nhận tiền, đang được xem xét", "1.234.000\u00a0đ", "Đã hủy");
    assertThat(step(html))
        .contains("không nộp lại")
        .doesNotContain("thanh toán lại bất cứ lúc nào", "để thanh toán lại");

    payments.moneyGoesBack(id, RETURNED);
    assertThat(html("/payments/" + id)).contains("Thanh toán đã hủy", "đã hoàn trả");
  }

  @Test
  void moreThanWasOwedPaysAndTheReturnOfTheRestIsShown() {
    payments.moneyCameIn(id, 1_300_000, TAKEN, 66_000);
    payments.bankPays(id);

    assertThat(step(html("/payments/" + id)))
        .contains("ĐÃ THANH TOÁN", "1.300.000\u00a0đ", "66.000\u00a0đ");
  }

  @Test
  void payerOfTheRestSeesTheHeldMoneyAndThatCancellingReturnsIt() {
    payments.moneyCameIn(id, 1_000_000, HELD, 0);

    var html = html("/payments/" + id);
    assertThat(html).contains("Chỉ dẫn nộp phần còn thiếu", "Đã nhận 1.000.000\u00a0đ");
    assertThat(step(html))
        .contains("class=\"qr\"", "<dd class=\"amount\">234.000\u00a0đ</dd>", "Đang được giữ")
        .doesNotContain("1.234.000");
    assertThat(step(html("/payments/" + id + "/cancel")))
        .contains("1.000.000\u00a0đ đã nhận và đang giữ sẽ được hoàn trả");
  }

  @Test
  void historyShowsMoneyReceivedAndMoneyReturned() {
    payments.moneyCameIn(id, 200_000, RETURNED, 200_000);

    var html = html("/payments/" + id);
    var history = html.substring(html.indexOf("class=\"history\""));

    assertThat(history)
        .containsSubsequence(
            "Chờ nộp tiền", "Ngân hàng đã nhận 200.000\u00a0đ", "Ngân hàng đã hoàn trả 200.000");
  }

  @Test
  void listsShowThatMoneyIsUnderReview() {
    payments.moneyCameIn(id, 200_000, LOOKED_AT, 0);

    assertThat(html("/payments"))
        .contains("Đã nhận tiền, đang được xem xét")
        .doesNotContain("Chờ nộp tiền");
    assertThat(html("/dossiers")).contains("đã nhận 200.000\u00a0đ", "không nộp lại");
  }

  @Test
  void choosingADossierWithMoneyUnderReviewLeadsToItsPayment() {
    payments.cancel(id);
    payments.moneyCameIn(id, 1_234_000, LOOKED_AT, 0);

    var answer = pages.open("/payments/new?dossier=" + fixture.first());

    assertThat(answer.getHeader("Location")).isEqualTo("/payments/" + id);
  }

  @Test
  void choiceWarnsOfMoneyUnderReviewForItsDossiers() {
    payments.moneyCameIn(id, 200_000, LOOKED_AT, 0);
    dossiers.release(id.text());

    assertThat(html("/payments/new?dossier=" + fixture.first()))
        .contains("đã nhận 200.000\u00a0đ", "không nộp lại", "/payments/" + id);
    assertThat(html("/payments/new?dossier=" + fixture.second())).doesNotContain("không nộp lại");
  }

  @Test
  void anotherPaymentOfTheSameDossiersWarnsToo() {
    payments.cancel(id);
    var other = payments.start(AN, List.of(fixture.first()), Method.COUNTER, null).id();
    payments.moneyCameIn(id, 1_234_000, LOOKED_AT, 0);

    assertThat(step(html("/payments/" + other)))
        .contains("đã nhận 1.234.000\u00a0đ", "không nộp lại", "/payments/" + id);
  }

  @Test
  void openPageLearnsOfTheMoney() {
    var before = SignedInPages.text(pages.open("/payments/" + id + "/status"));
    payments.moneyCameIn(id, 200_000, LOOKED_AT, 0);
    var lookedAt = SignedInPages.text(pages.open("/payments/" + id + "/status"));
    payments.moneyGoesBack(id, RETURNING);
    var goingBack = SignedInPages.text(pages.open("/payments/" + id + "/status"));

    assertThat(List.of(before, lookedAt, goingBack)).doesNotHaveDuplicates();
  }

  private static void assertNotPayable(String html) {
    assertThat(step(html))
        .doesNotContain("class=\"qr\"", "instruction.pdf", "/cancel", "payment-code");
    assertThat(html).doesNotContain("<title>Chỉ dẫn thanh toán");
  }

  private String html(String path) {
    return pages.html(path);
  }

  private static String step(String html) {
    return html.substring(html.indexOf("<section class=\"step\""), html.indexOf("</section>"));
  }
}
