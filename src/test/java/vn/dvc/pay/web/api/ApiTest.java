package vn.dvc.pay.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dvc.pay.web.BrowserTest;
import vn.dvc.pay.web.Caller;
import vn.dvc.pay.web.Caller.Answer;

/** Tests that call the API as the portal does. */
abstract class ApiTest extends BrowserTest {
  static final String DOSSIER =
      """
      {"procedure":"Cấp giấy phép xây dựng","authority":"Sở Xây dựng",
       "payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "dueDate":"2027-12-31","fees":[{"code":"LP01","name":"Lệ phí","amount":120000,
       "beneficiary":{"bank":"970415","account":"1234567890","name":"Kho bạc"}}]}
      """;
  static final String START =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "dossiers":["000.00.00.H47-261124-0001"],"method":"CARD"}
      """;
  static final String REGISTER =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "account":{"bank":"970415","number":"113366668888","holder":"NGUYEN VAN A"},
       "branch":"Chi nhánh Hà Nội","contact":{"email":"a@example.vn","phone":"0912345678"}}
      """;

  Answer put(String code, String body) {
    return portal().json("PUT", "/api/v1/dossiers/" + code, body);
  }

  Answer start(String key, String body) {
    return portal().with("Idempotency-Key", key).json("POST", "/api/v1/payments", body);
  }

  Answer register(String key, String body) {
    return portal().with("Idempotency-Key", key).json("POST", "/api/v1/registrations", body);
  }

  Caller english() {
    return portal().with("Accept-Language", "en-GB,en;q=0.8");
  }

  /** So many codes of dossiers, as elements of a list. */
  static String dossiers(int count) {
    return IntStream.range(0, count)
        .mapToObj("\"000.00.00.H47-261124-%04d\""::formatted)
        .collect(Collectors.joining(","));
  }

  static String freshKey() {
    return UUID.randomUUID().toString();
  }

  static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("titleEn").asText()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("{");
  }

  static void assertField(Answer answer, String code, String field) {
    assertProblem(answer, 422, code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }
}
