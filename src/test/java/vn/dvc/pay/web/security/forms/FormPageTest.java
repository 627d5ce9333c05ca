package vn.dvc.pay.web.security.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Where somebody whose form came too late can continue. */
@Tag("fast")
class FormPageTest {
  private static final String ID = "0123456789ABCDEF0123456789ABCDEF";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          /payments/P#/card,                   /payments/P#
          /payments/P#/otp/resend,             /payments/P#
          /payments/P#,                        /payments/P#
          /registrations/R#/withdraw,          /registrations/R#
          /registrations,                      /registrations/new
          /operations/cases/C12/decide,        /operations/cases/C12
          /operations/payments/P#/refunds,     /operations/payments/P#
          /operations/stuck/17/retry,          /operations/stuck
          /operations/reconciliation,          /operations/reconciliation
          /payments/P12/card,                  -
          /payments,                           -
          /logout,                             -
          //elsewhere.example/payments/P#,     -
          """)
  void formLeadsToThePageOfItsSubject(String form, String page) {
    assertThat(FormPage.of(new MockHttpServletRequest("POST", form.replace("#", ID))).orElse(null))
        .isEqualTo(page == null ? null : page.replace("#", ID));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          000.00.00.H47-261124-0001, /payments/new?dossier=000.00.00.H47-261124-0001
          https://elsewhere.example, -
          """)
  void formThatStartsAPaymentLeadsToTheChoiceOfItsDossiers(String dossier, String page) {
    var form = new MockHttpServletRequest("POST", "/payments");
    form.addParameter("dossier", dossier);
    assertThat(FormPage.of(form).orElse(null)).isEqualTo(page);
  }
}
