package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.testing.Axe;
import vn.dvc.pay.testing.Chromium;

/** The supervisor's list with tasks on it; see EveryStaffPageTest for the other pages. */
@RegistrationTest
class WorkPageLookTest {
  @Autowired RegistrationFixture fixture;
  @LocalServerPort int port;

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothingIsAgainstTheRules(ColorScheme scheme) {
    var payer = fixture.organisation();
    fixture.underReview(payer, fixture.accountOf(payer));
    try (var chromium = Chromium.orSkip()) {
      var address = "http://localhost:" + port;
      var page =
          chromium
              .browser()
              .newContext(new NewContextOptions().setBaseURL(address).setColorScheme(scheme))
              .newPage();
      page.navigate("/operations/login");
      page.fill("#username", "supervisor-1");
      page.fill("#password", "supervisor-1");
      page.click("main button");
      page.navigate("/operations/work");
      page.click("details summary >> nth=0");
      assertThat(page.locator("section.panel").count()).isPositive();
      assertThat(Axe.faults(page)).isEmpty();
    }
  }
}
