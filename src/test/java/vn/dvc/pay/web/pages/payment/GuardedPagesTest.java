package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;
import static vn.dvc.pay.web.pages.payment.PagesFixture.application;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.registration.RegistrationStatus;

/** Nobody sees or changes what belongs to another payer, and no input becomes markup. */
@PagesTest
class GuardedPagesTest {
  private static final String MARKUP = "<script>alert(1)</script>";
  private static final List<String> PAYMENT_PAGES =
      List.of(
          "",
          "/status",
          "/cancel",
          "/receipt.pdf",
          "/receipts/BL-1.pdf",
          "/instruction.pdf",
          "/vietqr.png");
  private static final List<String> PAYMENT_FORMS =
      List.of("/card", "/otp", "/otp/resend", "/cancel", "/change");
  private static final List<String> REGISTRATION_PAGES =
      List.of(
          "",
          "/status",
          "/form.pdf",
          "/correct",
          "/change-account",
          "/withdraw",
          "/suspend",
          "/terminate");
  private static final List<String> REGISTRATION_FORMS =
      List.of(
          "/confirm-name",
          "/print-again",
          "/correct",
          "/withdraw",
          "/suspend",
          "/resume",
          "/terminate",
          "/change-account");

  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;
  @Autowired WebApplicationContext context;

  @Test
  void anotherPayerFindsNothing() {
    var payment =
        "/payments/" + payments.start(AN, List.of(fixture.first()), Method.COUNTER, null).id();
    var id = fixture.registered(AN).id();
    registrations.stand(id, RegistrationStatus.REGISTERED);
    var registration = "/registrations/" + id;
    var other = new SignedInPages(context, OTHER);
    for (var mine : List.of(payment, "/payments/P123")) {
      PAYMENT_PAGES.forEach(each -> notFound(other.open(mine + each), mine + each));
      PAYMENT_FORMS.forEach(each -> notFound(other.send(mine + each), mine + each));
    }
    for (var mine : List.of(registration, "/registrations/R123")) {
      REGISTRATION_PAGES.forEach(each -> notFound(other.open(mine + each), mine + each));
      REGISTRATION_FORMS.forEach(each -> notFound(other.send(mine + each), mine + each));
    }
    notFound(other.open("/payments/new?dossier=" + fixture.second()), "choice");
    notFound(other.open("/payments/new?dossier=nonsense"), "choice");
    notFound(
        other.send("/payments", "dossier=" + fixture.second(), "method=COUNTER", "token=t1"),
        "start");
    assertThat(payments.started()).hasSize(1);
    assertThat(registrations.find(id).orElseThrow().status())
        .isEqualTo(RegistrationStatus.REGISTERED);
  }

  @Test
  void tooManyDossiersAreNeverPutIntoAnAddress() {
    var codes =
        IntStream.range(1000, 1900)
            .mapToObj(n -> dossiers.unpaid("000.00.00.H47-261124-" + n, AN, 1_000))
            .map(code -> "dossier=" + code)
            .toList();
    var payer = new SignedInPages(context, AN);
    var form = new ArrayList<>(codes);
    form.addAll(List.of("method=COUNTER", "token=t900"));

    for (var answer :
        List.of(
            payer.send("/payments", form.toArray(String[]::new)),
            payer.open("/payments/new?" + String.join("&", codes.subList(0, 61))))) {
      assertThat(answer.getStatus()).isEqualTo(303);
      assertThat(answer.getHeader("Location")).endsWith("/dossiers");
    }
    assertThat(payments.started()).isEmpty();
  }

  private static void notFound(
      org.springframework.mock.web.MockHttpServletResponse answer, String where) {
    assertThat(answer.getStatus()).as(where).isEqualTo(404);
    assertThat(SignedInPages.text(answer)).as(where).contains("Không tìm thấy trang");
  }

  @Test
  void formsWithoutTheirTokenChangeNothing() {
    var payment = payments.start(AN, List.of(fixture.first()), Method.COUNTER, null).id();
    var id = fixture.registered(AN).id();
    var pages = new SignedInPages(context, AN);
    for (var path : PAYMENT_FORMS) {
      assertThat(pages.sendWithoutToken("/payments/" + payment + path).getStatus()).isEqualTo(403);
    }
    for (var path : REGISTRATION_FORMS) {
      assertThat(pages.sendWithoutToken("/registrations/" + id + path).getStatus()).isEqualTo(403);
    }
    var start =
        pages.sendWithoutToken(
            "/payments", "dossier=" + fixture.second(), "method=CARD", "token=t1");
    assertThat(start.getStatus()).isEqualTo(403);
    assertThat(pages.sendWithoutToken("/registrations").getStatus()).isEqualTo(403);
    assertThat(payments.started()).containsExactly(payment);
    assertThat(registrations.find(id).orElseThrow().history()).hasSize(1);
  }

  @Test
  void namesAndNotesAreNeverMarkup() {
    var id = registrations.start(AN, application(MARKUP)).id();
    registrations.stand(id, RegistrationStatus.RETURNED, MARKUP, MARKUP, true);
    var pages = new SignedInPages(context, AN);
    for (var path : List.of("", "/correct", "/withdraw")) {
      var html = pages.html("/registrations/" + id + path);
      assertThat(html).doesNotContain(MARKUP).contains("&lt;script&gt;");
    }
    assertThat(pages.html("/registrations")).doesNotContain(MARKUP).contains("&lt;script&gt;");
    var typed = pages.send("/registrations/" + id + "/correct", "branch=" + MARKUP, "phone=\"><b>");
    assertThat(typed.getStatus()).isEqualTo(422);
    assertThat(SignedInPages.text(typed))
        .doesNotContain(MARKUP)
        .doesNotContain("\"><b>")
        .contains("&lt;script&gt;");
  }

  @Test
  void documentsAreShownInlineAndNotCached() {
    var payment = payments.start(AN, List.of(fixture.first()), Method.COUNTER, null).id();
    var id = fixture.registered(AN).id();
    var pages = new SignedInPages(context, AN);
    var early = pages.open("/registrations/" + id + "/form.pdf");
    assertThat(early.getStatus()).isEqualTo(409);
    registrations.stand(id, RegistrationStatus.AWAITING_FORM);
    for (var path :
        List.of(
            "/payments/" + payment + "/receipt.pdf",
            "/payments/" + payment + "/receipts/BL-261124-0001.pdf",
            "/payments/" + payment + "/instruction.pdf",
            "/registrations/" + id + "/form.pdf")) {
      var answer = pages.open(path);
      assertThat(answer.getStatus()).as(path).isEqualTo(200);
      assertThat(answer.getContentType()).isEqualTo("application/pdf");
      assertThat(answer.getHeader("Content-Disposition")).startsWith("inline;").contains(".pdf");
      assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
    }
    assertThat(pages.open("/payments/" + payment + "/receipts/none.pdf").getStatus())
        .isEqualTo(404);
  }
}
