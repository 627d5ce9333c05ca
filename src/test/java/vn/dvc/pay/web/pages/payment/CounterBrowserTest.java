package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.Payments.Method;

/** A payer takes an instruction to a bank branch, or cancels it. */
@PagesTest
class CounterBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  /** Codes and numbers that take more than one line. */
  private static final String BROKEN =
      """
      [...document.querySelectorAll('.payment-code, .number')].filter(each => {
        const text = document.createRange();
        text.selectNodeContents(each);
        return new Set([...text.getClientRects()].map(line => Math.round(line.top))).size > 1;
      }).map(each => each.outerHTML)
      """;

  /** Those that take more room than their column has. */
  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll('.payment-code, .number')]
        .filter(each => each.scrollWidth > each.clientWidth).map(each => each.outerHTML)
      """;

  @Autowired FakePayments payments;

  @Test
  void codeAmountAndAccountAreCopiedAndTheQrIsSaved() {
    var page =
        BROWSER.page(
            new Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    BROWSER.startPayment(page, Method.COUNTER);
    for (var field : List.of(".payment-code", ".number")) {
      page.click(".facts > div:has(> " + field + ") [data-copy]");
      page.waitForSelector("text=Đã chép");
      assertThat(page.evaluate("navigator.clipboard.readText()"))
          .isEqualTo(page.locator(".step " + field).first().innerText());
      page.reload();
    }
    page.click(".facts > div:has(> .amount) [data-copy]");
    page.waitForSelector("text=Đã chép");
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("1234000");
    var saved = page.waitForDownload(() -> page.click("text=Lưu hình mã VietQR"));
    assertThat(saved.suggestedFilename()).startsWith("vietqr-").endsWith(".png");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void instructionShowsEverythingAndTurnsIntoPaid(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.startPayment(page, Method.COUNTER);

    assertThat(BROWSER.status(page)).isEqualTo("Chỉ dẫn thanh toán");
    assertThat(page.locator(".payment-code").innerText()).isEqualTo("7K4MQ2");
    assertThat(page.locator(".instruction").innerText())
        .contains(
            "1.234.000\u00a0đ", "111000222333", "VietinBank", "Kho bạc Nhà nước tỉnh Quảng Nam");
    assertThat(textOf(page.locator(".qr").screenshot()))
        .contains("111000222333", "5407" + "1234000", "7K4MQ2");
    assertThat(page.locator(".step .ways a.button").getAttribute("href"))
        .isEqualTo("/payments/" + id + "/instruction.pdf");
    payments.bankPays(id);
    page.reload();
    assertThat(page.locator(".result.paid").innerText()).contains("ĐÃ THANH TOÁN");
    assertThat(page.locator(".papers a").allInnerTexts())
        .containsExactly(
            "Bảng kê cả khoản thanh toán (PDF)",
            "Bảng kê bằng tiếng Anh",
            "Xác nhận thanh toán số BL-261124-0001 (PDF)",
            "Xác nhận số BL-261124-0001 bằng tiếng Anh");
  }

  /** What a banking app reads from the screen. */
  private static String textOf(byte[] screenshot) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(screenshot));
      var width = image.getWidth();
      var height = image.getHeight();
      var pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var source = new RGBLuminanceSource(width, height, pixels);
      var picture = new BinaryBitmap(new HybridBinarizer(source));
      return new QRCodeReader().decode(picture).getText();
    } catch (IOException | ReaderException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void openInstructionUpdatesByItselfWhenMoneyArrives() {
    var page = BROWSER.page(true);
    var id = BROWSER.startPayment(page, Method.COUNTER);
    page.evaluate("document.querySelector('main').dataset.poll = '1'");
    assertThat(page.locator("main").getAttribute("data-poll")).isEqualTo("1");
    payments.bankPays(id);
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    page.evaluate("delete document.querySelector('main').dataset.poll");
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    page.waitForSelector(".result.paid");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancellingIsConfirmedAfterAWarning(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.startPayment(page, Method.COUNTER);
    page.click("text=Hủy thanh toán");
    assertThat(page.locator(".warning").innerText()).contains("không nộp hoặc chuyển tiền");
    page.click("text=Không hủy");
    assertThat(BROWSER.status(page)).isEqualTo("Chỉ dẫn thanh toán");
    page.click("text=Hủy thanh toán");
    page.click(".step button[type=submit]");

    assertThat(BROWSER.status(page)).isEqualTo("Thanh toán đã hủy");
    assertThat(page.locator(".result").innerText()).contains("Không nộp hoặc chuyển tiền");
    page.navigate("/payments/" + id + "/cancel");
    assertThat(BROWSER.status(page)).isEqualTo("Thanh toán đã hủy");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 600, 735, 740, 780, 820, 1280})
  void codeAndAccountNumberFitOnOneLineOnScreenAndPaper(int width) {
    var page = BROWSER.page(new Browser.NewContextOptions().setViewportSize(width, 900));
    BROWSER.startPayment(page, Method.COUNTER);
    page.locator(".step .number").evaluate("it => it.textContent = '9'.repeat(19)");
    fit(page, "at " + width, BROKEN, TOO_WIDE);
  }

  /**
   * Nor do they break where a layout leaves them too little room, or a reader has large letters.
   */
  @Test
  void codeAndAccountNumberKeepTogetherInAnyColumn() {
    var page = BROWSER.page(true);
    BROWSER.startPayment(page, Method.COUNTER);
    for (var part : List.of(".step", ".aside")) {
      page.locator(part).evaluate("it => it.style.width = '4rem'");
    }
    fit(page, "in a narrow column", BROKEN);
  }

  private static void fit(Page page, String where, String... faults) {
    page.locator(".payment-code").waitFor();
    for (var media : Media.values()) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
      for (var fault : faults) {
        assertThat(page.evaluate(fault)).as(media + " " + where).isEqualTo(List.of());
      }
    }
  }
}
