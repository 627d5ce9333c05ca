package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** What operators find by what somebody reads out to them. */
@OperatorsTest
class SearchPageTest {
  @Autowired CaseFixture fixture;
  @Autowired Dossiers dossiers;
  @Autowired Payments payments;

  @Test
  void aPaymentIsFoundByItsIdAndByItsDossier() {
    var code = DossierCode.of("000.00.00.H47-261124-7301");
    var payment = startedFor(code, 120_000).text();
    var id = fixture.open(payment, Map.of());
    var browser = fixture.browser().signIn("operator-1");

    browser
        .get(
            "/operations/search?q="
                + code.text().toLowerCase(Locale.ROOT).replace("-", "%E2%80%93"))
        .shows(200, "ĐANG THANH TOÁN", "120.000 đồng", "/operations/payments/" + payment);
    browser
        .get("/operations/search?q=" + payment.toLowerCase(Locale.ROOT))
        .shows(200, "Chờ nhập thẻ", "Nguyễn Văn A", code.text(), "/operations/cases/" + id);
    assertThat(browser.path()).isEqualTo("/operations/payments/" + payment);
    browser.get("/operations/search?q=" + id).shows(200, "Chờ đề xuất");
  }

  @Test
  void aPaymentIsFoundByItsShortReference() {
    var code = DossierCode.of("000.00.00.H47-261124-7302");
    var payment = startedFor(code, 130_000);
    var reference = payment.reference().toString();
    var browser = fixture.browser().signIn("operator-1");

    var asInWord = reference.replace("-", URLEncoder.encode(" – ", StandardCharsets.UTF_8));
    for (var typed :
        List.of(reference, reference.toLowerCase(Locale.ROOT).replace("-", "+"), asInWord)) {
      browser.get("/operations/search?q=" + typed).shows(200, reference, code.text());
      assertThat(browser.path()).isEqualTo("/operations/payments/" + payment);
    }
    var last = reference.charAt(reference.length() - 1);
    var wrong = reference.substring(0, reference.length() - 1) + (last == '0' ? '1' : '0');
    browser.get("/operations/search?q=" + wrong).shows(422, "ký tự cuối không khớp", wrong);
  }

  /** In capitals without diacritics these are three times as many letters. */
  @Test
  void longestNameOfSignsThatBecomeSeveralIsFound() {
    var firm = new Payer(Payer.Kind.ORGANISATION, "0100109106", "Hãng" + "…".repeat(196));
    var code = DossierCode.of("000.00.00.H47-261130-7303");
    var payment = startedFor(firm.requireValid(), code, 140_000);

    fixture
        .browser()
        .signIn("operator-1")
        .get("/operations/search?q=hang...")
        .shows(200, payment.reference().toString());
  }

  @Test
  void unknownIdsAndReferencesAreNotFound() {
    var browser = fixture.browser().signIn("operator-1");
    for (var asked : List.of("xyz", "000.00.00.H47-261124-9999", "P" + "0".repeat(32))) {
      browser
          .get("/operations/search?q=" + asked)
          .shows(404, "Không tìm thấy giao dịch, đăng ký hay hồ sơ nào.");
    }
    browser.get("/operations/payments/P" + "0".repeat(32)).shows(404, "Không tìm thấy thanh toán");
  }

  private PaymentId startedFor(DossierCode code, long amount) {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
    return startedFor(payer, code, amount);
  }

  private PaymentId startedFor(Payer payer, DossierCode code, long amount) {
    var treasury = new DossierContent.Beneficiary("970415", "112233445566", "Kho bạc Nhà nước");
    var fee = new DossierContent.Fee("LP01", "Lệ phí", Money.dong(amount), treasury);
    dossiers.put(code, new DossierContent("Cấp hộ chiếu", "Công an", payer, null, List.of(fee)));
    return payments.start(payer, List.of(code), Payments.Method.CARD, null).id();
  }
}
