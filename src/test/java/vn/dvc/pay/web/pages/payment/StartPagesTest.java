package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN_PHAT;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.registration.RegistrationStatus;

/**
 * Before a payment or registration starts, its page says which ways are open, asks about a debit,
 * and leaves out what the portal knows already.
 */
@PagesTest
class StartPagesTest {
  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeProfiles profiles;
  @Autowired FakeRegistrations registrations;
  @Autowired WebApplicationContext context;

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
}
