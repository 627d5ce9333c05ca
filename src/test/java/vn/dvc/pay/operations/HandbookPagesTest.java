package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;

/** Staff read their handbooks where they work. */
@OperatorsTest
class HandbookPagesTest {
  @Autowired CaseFixture fixture;

  @Test
  void everyMemberOfStaffReadsEachHandbook() {
    for (var member : List.of("teller-1", "officer-1", "operator-1")) {
      var browser = fixture.browser().signIn(member);
      browser.get("/operations/handbook").shows(200, "Giao dịch viên và cán bộ duyệt");
      for (var name : List.of("officer", "supervisor", "operator", "analyst")) {
        browser.get("/operations/handbook/" + name).shows(200, "<h1>");
      }
    }
  }

  @Test
  void handbooksLinkToEachOtherAndToNothingThatIsNoPage() {
    var browser = fixture.browser().signIn("operator-1");
    assertThat(browser.get("/operations/handbook/officer").body())
        .contains("<a href=\"supervisor\">", "<table>");
    assertThat(browser.get("/operations/handbook/analyst").body()).doesNotContain("../processes");
  }

  @Test
  void unknownHandbookIsNotFoundAndStrangersSignIn() {
    fixture.browser().signIn("operator-1").get("/operations/handbook/findings").shows(404);
    assertThat(fixture.browser().get("/operations/handbook/officer").path())
        .isEqualTo("/operations/login");
  }
}
