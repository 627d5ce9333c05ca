package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.Payments.Method;

/** Payers find their own payments and registrations in lists, and no one else’s. */
@PagesTest
class ListPagesTest {
  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired WebApplicationContext context;

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
}
