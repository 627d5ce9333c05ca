package vn.dvc.pay.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dvc.pay.web.BrowserTest;
import vn.dvc.pay.web.HttpCaller;
import vn.dvc.pay.web.HttpCaller.Answer;

/** Tests that call the API as the portal does. */
public abstract class ApiTest extends BrowserTest {
  protected static final String DOSSIER =
      """
      {"procedure":"Cấp giấy phép xây dựng","authority":"Sở Xây dựng",
       "payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "dueDate":"2027-12-31","fees":[{"code":"LP01","name":"Lệ phí","amount":120000,
       "beneficiary":{"bank":"970415","account":"1234567890","name":"Kho bạc"}}]}
      """;
  protected static final String START =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "dossiers":["000.00.00.H47-261124-0001"],"method":"CARD"}
      """;
  protected static final String REGISTER =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "account":{"bank":"970415","number":"113366668888","holder":"NGUYEN VAN A"},
       "branch":"Chi nhánh Hà Nội","contact":{"email":"a@example.vn","phone":"0912345678"}}
      """;

  protected Answer put(String code, String body) {
    return portal().json("PUT", "/api/v1/dossiers/" + code, body);
  }

  protected Answer start(String key, String body) {
    return portal().with("Idempotency-Key", key).json("POST", "/api/v1/payments", body);
  }

  protected Answer register(String key, String body) {
    return portal().with("Idempotency-Key", key).json("POST", "/api/v1/registrations", body);
  }

  protected HttpCaller english() {
    return portal().with("Accept-Language", "en-GB,en;q=0.8");
  }

  /** This many dossier codes, as elements of a list. */
  protected static String dossiers(int count) {
    return IntStream.range(0, count)
        .mapToObj("\"000.00.00.H47-261124-%04d\""::formatted)
        .collect(Collectors.joining(","));
  }

  protected static String freshKey() {
    return UUID.randomUUID().toString();
  }

  protected static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("titleEn").asText()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("{");
  }

  protected static void assertField(Answer answer, String code, String field) {
    assertProblem(answer, 422, code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }
}
