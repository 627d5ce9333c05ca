package vn.dvc.pay.web.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.PortalApi.DOSSIER;
import static vn.dvc.pay.web.PortalApi.assertField;
import static vn.dvc.pay.web.PortalApi.assertProblem;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.WebTest;
import vn.dvc.pay.web.api.problem.BodyLimit;

@WebTest
class DossierApiControllerTest {
  private static final String CODE = "000.00.00.H47-261124-1001";

  @Autowired Callers callers;
  @Autowired PortalApi api;

  @Test
  void storedDossierIsReturned() {
    var put = api.put(CODE, DOSSIER);
    assertThat(put.status()).as(put.body()).isEqualTo(200);

    var dossier = callers.portal().get("/api/v1/dossiers/" + CODE).json();
    assertThat(dossier.path("code").asText()).isEqualTo(CODE);
    assertThat(dossier.path("status").asText()).isEqualTo("UNPAID");
    assertThat(dossier.path("statusText").asText()).isEqualTo("CHƯA THANH TOÁN");
    assertThat(dossier.path("dueDate").asText()).isEqualTo("2027-12-31");
    assertThat(dossier.path("payer").path("kind").asText()).isEqualTo("INDIVIDUAL");
    assertThat(dossier.path("fees").path(0).path("amount").isIntegralNumber()).isTrue();
    assertThat(dossier.path("fees").path(0).path("amount").asLong()).isEqualTo(120_000);
    assertThat(dossier.path("fees").path(0).path("beneficiary").path("bank").asText())
        .isEqualTo("970415");
    assertThat(dossier.get("payment").isNull()).isTrue();
    assertThat(dossier.at("/_links/self/href").asText()).isEqualTo("/api/v1/dossiers/" + CODE);
    assertThat(callers.english().get("/api/v1/dossiers/" + CODE).json().path("statusText").asText())
        .isEqualTo("UNPAID");
  }

  @Test
  void dossiersAreListedByPayerAndStatus() {
    api.put(CODE, DOSSIER);

    var found =
        callers.portal().get("/api/v1/dossiers?payer=049012345678&status=UNPAID&page=0").json();
    assertThat(found.path("dossiers").findValuesAsText("code")).contains(CODE);
    assertThat(callers.portal().get("/api/v1/dossiers?payer=049000000000").json().path("dossiers"))
        .isEmpty();
    assertProblem(callers.portal().get("/api/v1/dossiers?status=WRONG"), 400, "parameter-invalid");
    assertProblem(callers.portal().get("/api/v1/dossiers?page=first"), 400, "parameter-invalid");
    assertProblem(callers.portal().get("/api/v1/dossiers?page=-1"), 422, "page-invalid");
  }

  @Test
  void cancelledDossierIsClosed() {
    var code = "000.00.00.H47-261124-1002";
    api.put(code, DOSSIER);

    var cancelled =
        callers.portal().send("POST", "/api/v1/dossiers/" + code + "/cancel", null, null);
    assertThat(cancelled.json().path("status").asText()).isEqualTo("CANCELLED");
    assertProblem(api.put(code, DOSSIER.replace("120000", "130000")), 409, "dossier-cancelled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"120000\"",
        "120000.5",
        "1.2e5",
        "120000.0",
        "0",
        "-1",
        "1e400",
        "9999999999999999999",
        "true",
        "{}"
      })
  void amountIsAPositiveWholeNumber(String amount) {
    assertField(
        api.put(CODE, DOSSIER.replace("120000", amount)), "amount-invalid", "fees[0].amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"procedure\":            | \"procedura\":   | field-missing | procedure",
        "\"kind\":\"INDIVIDUAL\"   | \"kind\":null    | field-missing | payer.kind",
        "INDIVIDUAL                | individual       | field-invalid | payer.kind",
        "\"049012345678\"          | 49012345678      | field-invalid | payer.id",
        "Kho bạc                   | a\\u0000b        | field-invalid | fees[0].beneficiary.name",
        "Kho bạc                   | a\\ud800b        | field-invalid | fees[0].beneficiary.name",
        "\"Sở Xây dựng\"           | \" \"            | field-invalid | authority",
        "\"fees\":                 | \"fee\":         | field-missing | fees",
        "2027-12-31                | 2027-02-30       | due-date-invalid | dueDate",
      })
  void fieldThatIsWrongIsNamed(String good, String bad, String code, String field) {
    assertField(api.put(CODE, DOSSIER.replace(good, bad)), code, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "12", "null", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}"})
  void bodyThatIsNotAnObjectIsMalformed(String body) {
    assertProblem(api.put(CODE, body), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 400})
  void moreFeesThanADossierHoldsAreRefusedWithTheLimit(int count) {
    var fee = DOSSIER.substring(DOSSIER.indexOf("[{") + 1, DOSSIER.lastIndexOf("]"));
    var fees = String.join(",", Collections.nCopies(count, fee));
    var answer = api.put(CODE, DOSSIER.replace(fee, fees));

    assertProblem(answer, 422, "too-many-fees");
    assertThat(answer.json().path("most").asInt()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page=-1", "page=100001", "page=999999999999", "page=x", "payer=%00", "payer=1"})
  void invalidParameterIsRefusedBeforeItReachesTheDatabase(String query) {
    var asked = query.replace("payer=1", "payer=" + "1".repeat(21));
    assertThat(callers.portal().get("/api/v1/dossiers?" + asked).status()).isIn(400, 422);
  }

  @Test
  void deeplyNestedAndMalformedBodiesAreRefusedQuietly() {
    assertProblem(api.put(CODE, "{\"a\":" + "[".repeat(20_000)), 400, "malformed-json");
    assertField(
        api.put(CODE, DOSSIER.replace("[{", "[[{").replace("}}]", "}}]]")),
        "field-invalid",
        "fees[0]");
  }

  @Test
  void impossibleDossierCodeIsRefused() {
    assertProblem(api.put("H47-1", DOSSIER), 422, "dossier-code-invalid");
    assertProblem(api.put("000.00.00.H47-261324-0001", DOSSIER), 422, "dossier-code-invalid");
    assertProblem(callers.portal().get("/api/v1/dossiers/H47-1"), 404, "dossier-not-found");
    assertProblem(
        callers.portal().get("/api/v1/dossiers/000.00.00.H47-261124-9999"),
        404,
        "dossier-not-found");
    assertProblem(
        callers.portal().send("POST", "/api/v1/dossiers/x/cancel", null, null),
        404,
        "dossier-not-found");
  }

  @Test
  void wrongMethodMediaTypeAndSizeAreProblems() {
    var path = "/api/v1/dossiers/" + CODE;
    var wrongMethod = callers.portal().send("DELETE", path, null, null);
    assertProblem(wrongMethod, 405, "method-not-allowed");
    assertThat(wrongMethod.header("Allow")).contains("GET").contains("PUT");
    assertProblem(
        callers.portal().send("PUT", path, "text/plain", DOSSIER), 415, "media-type-unsupported");
    assertProblem(
        callers.portal().send("PUT", path, "application/x-www-form-urlencoded", "a=b"),
        415,
        "media-type-unsupported");
    assertProblem(callers.portal().with("Accept", "text/html").get(path), 406, "not-acceptable");
    assertProblem(api.put(CODE, DOSSIER + " ".repeat(BodyLimit.MOST)), 413, "body-too-large");
    assertThat(api.put(CODE, DOSSIER + " ".repeat(BodyLimit.MOST - 2000)).status()).isEqualTo(200);
  }

  @Test
  void detailIsInTheCallersLanguage() {
    var path = "/api/v1/dossiers/H47-1";
    assertThat(callers.portal().get(path).json().path("detail").asText())
        .isEqualTo("Không tìm thấy hồ sơ");
    assertThat(callers.english().get(path).json().path("detail").asText())
        .isEqualTo("No such dossier");
    assertThat(callers.english().get(path).json().path("title").asText())
        .isEqualTo("Không tìm thấy hồ sơ");
    assertThat(callers.portal().get(path).json().path("titleEn").asText())
        .isEqualTo("No such dossier");
  }
}
