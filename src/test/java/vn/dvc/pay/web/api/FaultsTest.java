package vn.dvc.pay.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.PortalApi.assertProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.WebTest;

@ExtendWith(OutputCaptureExtension.class)
@WebTest
class FaultsTest {
  @Autowired Callers callers;
  @Autowired PortalApi api;

  @Test
  void internalFaultRevealsOnlyItsIncidentNumber(CapturedOutput log) {
    var answer =
        callers.portal().json("POST", "/api/v1/trial-fault", "{\"sealedOtp\":\"quoted-otp\"}");

    assertProblem(answer, 500, "internal-error");
    var incident = answer.json().path("incident").asText();
    assertThat(incident).hasSize(12);
    assertThat(answer.json().path("detail").asText()).contains(incident);
    assertThat(answer.body()).doesNotContain("quoted-otp").doesNotContain("may-see");
    assertThat(log.getAll())
        .contains("Incident " + incident)
        .contains("IllegalStateException")
        .doesNotContain("quoted-otp")
        .doesNotContain("may-see");
  }

  @Test
  void causeOfAFailedStepIsLoggedUnderItsIncidentNumber(CapturedOutput log) {
    var answer = callers.portal().json("POST", "/api/v1/trial-step", "{}");

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.body()).doesNotContain("may-see");
    assertThat(log.getAll())
        .containsPattern(
            "Incident %s: DuplicateKeyException \\(TrialPages\\$Trials.step:\\d+\\) < SQLException 23505"
                .formatted(answer.json().path("incident").asText()))
        .doesNotContain("may-see");
  }

  @Test
  void faultBeforeAnyControllerIsLoggedUnderItsIncidentNumber(CapturedOutput log) {
    var answer = callers.portal().json("POST", "/api/v1/trial-filter", "{}");

    assertProblem(answer, 500, "internal-error");
    var incident = answer.json().path("incident").asText();
    assertThat(log.getAll())
        .contains("[%s]".formatted(incident))
        .contains("Incident %s: IllegalStateException".formatted(incident))
        .doesNotContain("may-see");
  }

  @Test
  void lostRaceIsNotAFault() {
    assertProblem(
        callers.portal().json("POST", "/api/v1/trial-race", "{}"), 409, "already-processing");
  }

  @Test
  void addressThatNobodyServesIsNotQuotedInTheLog(CapturedOutput log) {
    var payer = callers.signedIn("nguyen-van-a");
    assertThat(payer.get("/9704150000000011").status()).isEqualTo(404);
    assertThat(callers.portal().get("/api/v1/9704150000000011").status()).isEqualTo(404);
    assertThat(log.getAll()).doesNotContain("9704150000000011");
  }

  @Test
  void malformedBodyIsNotQuotedInTheLog(CapturedOutput log) {
    var answer = api.put("000.00.00.H47-261124-1001", "{\"sealedOtp\":\"quoted-otp\" oops");

    assertProblem(answer, 400, "malformed-json");
    assertThat(answer.body()).doesNotContain("quoted-otp");
    assertThat(log.getAll()).doesNotContain("quoted-otp");
  }
}
