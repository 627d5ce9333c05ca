package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.RETURNED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.application;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** A payer registers an account, corrects and prints the form, and later changes or ends it. */
@PagesTest
class RegistrationBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakeProfiles profiles;
  @Autowired FakeRegistrations registrations;
  @Autowired FakeDrafts drafts;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void individualRegistersFromTheProfileToSuccess(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.click(".sections a:has-text('Đăng ký tài khoản')");
    page.click("main .button");
    assertThat(page.locator(".aside").innerText())
        .contains("Nguyễn Văn A", "049012345678", "12 Phan Châu Trinh", "không sửa được");
    assertThat(page.locator("#phone").inputValue()).isEqualTo("0905123456");
    assertThat(page.locator("#accountHolder").inputValue()).isEqualTo("Nguyễn Văn A");
    assertThat(page.locator("#representativeName").count()).isZero();
    fill(page, "1133 6666 8888");
    BROWSER.send(page);
    page.waitForURL("**/registrations/R*");
    var id = only();
    assertThat(BROWSER.status(page)).isEqualTo("Đang kiểm tra tài khoản");
    assertThat(registrations.find(id).orElseThrow().application())
        .isEqualTo(application("Nguyễn Văn A"));
    registrations.stand(id, AWAITING_FORM);
    page.waitForSelector("h1:has-text('Chờ nộp phiếu đăng ký')");
    assertThat(page.locator(".step").innerText()).contains("Chi nhánh Hội An", "24/12/2026");
    assertThat(page.locator(".step .ways a").first().getAttribute("href"))
        .isEqualTo("/registrations/" + id + "/form.pdf");
    registrations.stand(id, REGISTERED);
    page.reload();
    assertThat(BROWSER.status(page)).isEqualTo("Yêu cầu đã được đăng ký thành công");
    assertThat(page.locator(".history").innerText())
        .contains("Đang kiểm tra tài khoản", "Chờ nộp phiếu đăng ký");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrongFieldsAreNamedAndInputIsKept(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    atForm(page);
    fill(page, "12-ngân");
    page.fill("#branch", "");
    page.fill("#email", "khong-phai-thu");
    BROWSER.send(page);

    assertThat(page.locator(".error-summary a").allInnerTexts())
        .containsExactly(
            "Số tài khoản gồm 6 đến 19 chữ số hoặc chữ cái không dấu.",
            "Nhập điểm giao dịch nơi bạn sẽ nộp phiếu, nhiều nhất 100 ký tự.",
            "Nhập địa chỉ thư điện tử, ví dụ ten@example.vn.");
    assertThat(page.locator("#account-error").innerText()).startsWith("Số tài khoản gồm");
    assertThat(page.locator("#account").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#account").inputValue()).isEqualTo("12-ngân");
    assertThat(page.locator("#bank").inputValue()).isEqualTo("970415");
    assertThat(page.title()).startsWith("Lỗi: ");
    page.click(".error-summary a >> nth=0");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("account");
    registrations.refusal = Problem.invalid("account-holder-invalid");
    fill(page, "113366668888");
    page.fill("#branch", "Chi nhánh Hội An");
    page.fill("#email", "nguyenvana@example.vn");
    BROWSER.send(page);
    assertThat(page.locator("#accountHolder-error").innerText()).startsWith("Nhập tên chủ");
    BROWSER.send(page);
    page.waitForURL("**/registrations/R*");
  }

  @Test
  void doubleClickStartsOneRegistration() {
    for (var javaScript : new boolean[] {true, false}) {
      registrations.clear();
      var page = BROWSER.page(javaScript);
      atForm(page);
      fill(page, "113366668888");
      page.dblclick(".step .stack button[type=submit]");
      page.waitForURL("**/registrations/R*");

      assertThat(registrations.started()).hasSize(1);
      assertThat(page.locator(".notice").count()).isZero();
    }
  }

  @Test
  void secondRegistrationLeadsToTheOpenOne() {
    var id = fixture.registered(AN).id();
    var page = BROWSER.page(true);
    atForm(page);
    fill(page, "999988887777");
    BROWSER.send(page);

    assertThat(page.url()).endsWith("/registrations/" + id);
    assertThat(page.locator(".notice").count()).isOne();
    assertThat(registrations.started()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nameThatDiffersIsConfirmedOrCorrected(boolean javaScript) {
    var id = fixture.registered(AN).id();
    registrations.stand(id, ACCOUNT_REFUSED, null, null, true);
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.navigate("/registrations/" + id);
    assertThat(page.locator(".step").innerText()).contains("Nguyễn Văn A", "NGUYEN VAN ANH");
    assertThat(page.locator(".names mark").allInnerTexts()).containsExactly("A", "ANH");
    var yours = page.locator(".names > div").nth(0).boundingBox();
    var banks = page.locator(".names > div").nth(1).boundingBox();
    assertThat(banks.y).as("side by side").isEqualTo(yours.y);
    assertThat(banks.x).isGreaterThan(yours.x);
    page.click("text=Sửa thông tin");
    assertThat(page.locator("#account").inputValue()).isEqualTo("113366668888");
    page.fill("#accountHolder", "Nguyen Van Anh");
    BROWSER.send(page);
    assertThat(BROWSER.status(page)).isEqualTo("Đang kiểm tra tài khoản");
    assertThat(registrations.find(id).orElseThrow().version()).isEqualTo(2);

    registrations.stand(id, ACCOUNT_REFUSED, null, null, true);
    page.navigate("/registrations/" + id);
    page.click(".step button");
    assertThat(BROWSER.status(page)).isEqualTo("Chờ nộp phiếu đăng ký");
  }

  @Test
  void returnedRegistrationShowsTheNoteAndIsResubmitted() {
    var id = fixture.registered(AN).id();
    registrations.stand(id, RETURNED, null, "Chữ ký chưa khớp.\nĐề nghị ký lại.", false);
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    page.navigate("/registrations/" + id);
    assertThat(page.locator(".said").innerText()).contains("Đề nghị ký lại.");
    page.click("text=Sửa thông tin");
    assertThat(page.locator(".decline").innerText()).contains("Chữ ký chưa khớp.");
    BROWSER.send(page);

    assertThat(registrations.find(id).orElseThrow().status()).isEqualTo(CHECKING_ACCOUNT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void formWhoseStampCannotBeReadIsPrintedAgainUnchanged(boolean javaScript) {
    var id = fixture.registered(AN).id();
    var before = registrations.find(id).orElseThrow();
    registrations.stand(id, RETURNED, null, "Dấu không đọc được.", false);
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.navigate("/registrations/" + id);
    page.click("text=in lại phiếu");

    assertThat(BROWSER.status(page)).isEqualTo("Đang kiểm tra tài khoản");
    var after = registrations.find(id).orElseThrow();
    assertThat(after.application()).isEqualTo(before.application());
    assertThat(after.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void registeredAccountIsSuspendedResumedAndTerminated(boolean javaScript) {
    var id = fixture.registered(AN).id();
    registrations.stand(id, REGISTERED);
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.navigate("/registrations/" + id);
    page.click(".ways a:has-text('Tạm dừng')");
    page.click(".step button");
    assertThat(registrations.find(id).orElseThrow().status()).isEqualTo(SUSPENDED);
    page.click(".step button:has-text('Khôi phục')");
    assertThat(registrations.find(id).orElseThrow().status()).isEqualTo(REGISTERED);
    page.click(".ways a:has-text('Chấm dứt')");
    assertThat(page.locator(".warning").innerText()).contains("không hoàn lại được");
    assertThat(registrations.find(id).orElseThrow().status()).isEqualTo(REGISTERED);
    page.click(".step button");

    assertThat(registrations.find(id).orElseThrow().status()).isEqualTo(TERMINATED);
    assertThat(page.locator(".ways").innerText()).contains("Đăng ký lại");
  }

  @Test
  void openRegistrationIsWithdrawnAfterAConfirmation() {
    var id = fixture.registered(AN).id();
    registrations.stand(id, AWAITING_FORM);
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    page.navigate("/registrations/" + id);
    page.click("text=Rút đăng ký");
    page.click(".step button");

    assertThat(registrations.find(id).orElseThrow().status()).isEqualTo(WITHDRAWN);
    page.navigate("/registrations/" + id + "/withdraw"); // an old tab no longer offers it
    assertThat(BROWSER.status(page)).isEqualTo("Đã rút");
  }

  @Test
  void changedAccountIsARegistrationThatReplacesTheOldOne() {
    var old = fixture.registered(AN).id();
    registrations.stand(old, REGISTERED);
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    page.navigate("/registrations/" + old);
    page.click("text=Đổi tài khoản");
    assertThat(page.locator("#account").inputValue()).isEmpty();
    assertThat(page.locator("#branch").inputValue()).isEqualTo("Chi nhánh Hội An");
    fill(page, "222244446666");
    BROWSER.send(page);

    assertThat(registrations.started()).hasSize(2);
    assertThat(registrations.started().get(1).replaces()).isEqualTo(old);
    assertThat(page.locator(".aside").innerText()).contains("222244446666", "Thay cho đăng ký");
  }

  @Test
  void unavailablePortalIsReportedAndInputIsKept() {
    profiles.reachable = false;
    var page = BROWSER.page(true);
    atForm(page);
    assertThat(page.locator(".notice").count()).isOne();
    assertThat(page.locator(".aside").innerText()).contains("Nguyễn Văn A", "049012345678");
    registrations.refusal = new Problem(503, "portal-unavailable");
    fill(page, "113366668888");
    page.fill("#phone", "0905123456");
    page.fill("#email", "nguyenvana@example.vn");
    BROWSER.send(page);
    assertThat(page.locator("#account").inputValue()).isEqualTo("113366668888");
    profiles.reachable = true;
    BROWSER.send(page);
    assertThat(BROWSER.status(page)).isEqualTo("Đang kiểm tra tài khoản");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHalfFilledFormSurvivesLeavingItAndSigningInAgain(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    atForm(page);
    fill(page, "1133 6666 8888");
    if (javaScript) {
      page.locator("#branch").blur();
      page.waitForSelector("[data-kept]:has-text('Đã lưu')");
    } else {
      page.click("text=Lưu để điền tiếp sau");
      assertThat(page.locator(".notice").innerText()).contains("30 ngày");
    }

    var later = BROWSER.page(javaScript);
    BROWSER.signIn(later);
    later.click(".sections a:has-text('Đăng ký tài khoản')");
    later.click("text=Điền tiếp đăng ký đang dở");
    assertThat(later.locator("#bank").inputValue()).isEqualTo("970415");
    assertThat(later.locator("#account").inputValue()).isEqualTo("1133 6666 8888");
    assertThat(later.locator("#branch").inputValue()).isEqualTo("Chi nhánh Hội An");
    assertThat(later.locator("main").innerText()).contains("phần bạn lưu lần trước");
    BROWSER.send(later);
    later.waitForURL("**/registrations/R*");
    assertThat(drafts.find(AN.id())).isEmpty();
  }

  @Test
  void aDraftIsDiscardedOnRequestAndNotWrittenAgainOnceSent() {
    var page = BROWSER.page(false);
    atForm(page);
    fill(page, "113366668888");
    page.click("text=Lưu để điền tiếp sau");
    page.navigate("/registrations/new");
    page.click("text=Bỏ và điền lại từ đầu");
    assertThat(page.locator("#account").inputValue()).isEmpty();

    fixture.registered(AN);
    page.fill("#account", "113366668888");
    page.click("text=Lưu để điền tiếp sau");
    assertThat(drafts.find(AN.id())).isEmpty();
  }

  private void atForm(Page page) {
    BROWSER.signIn(page);
    page.navigate("/registrations/new");
  }

  private static void fill(Page page, String account) {
    page.selectOption("#bank", "970415");
    page.fill("#account", account);
    page.fill("#branch", "Chi nhánh Hội An");
  }

  private RegistrationId only() {
    assertThat(registrations.started()).hasSize(1);
    return registrations.started().get(0).id();
  }
}
