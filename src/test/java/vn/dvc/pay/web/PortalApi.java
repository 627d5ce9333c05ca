package vn.dvc.pay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dvc.pay.web.HttpCaller.Answer;

/** The API as the portal calls it, the bodies that it sends, and the problems that it is told. */
public class PortalApi {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  public static final String DOSSIER =
      """
      {"procedure":"Cấp giấy phép xây dựng","authority":"Sở Xây dựng",
       "payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "dueDate":"2027-12-31","fees":[{"code":"LP01","name":"Lệ phí","amount":120000,
       "beneficiary":{"bank":"970415","account":"1234567890","name":"Kho bạc"}}]}
      """;
  public static final String START =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "dossiers":["000.00.00.H47-261124-0001"],"method":"CARD"}
      """;
  public static final String REGISTER =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"049012345678","name":"Nguyễn Văn A"},
       "account":{"bank":"970415","number":"113366668888","holder":"NGUYEN VAN A"},
       "branch":"Chi nhánh Hà Nội","contact":{"email":"a@example.vn","phone":"0912345678"}}
      """;

  private final Callers callers;

  PortalApi(Callers callers) {
    this.callers = callers;
  }

  public Answer put(String code, String body) {
    return callers.portal().json("PUT", "/api/v1/dossiers/" + code, body);
  }

  /** Puts a dossier with any text in it, half characters too, by writing it in escapes. */
  public Answer put(String code, ObjectNode dossier) {
    try {
      return put(code, JSON.writeValueAsString(dossier));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The dossier of the samples, for a test to change. */
  public static ObjectNode dossier() {
    try {
      return (ObjectNode) JSON.readTree(DOSSIER);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static ObjectNode dossierWithFee(String name) {
    var dossier = dossier();
    ((ObjectNode) dossier.path("fees").path(0)).put("name", name);
    return dossier;
  }

  /** The name of the first fee, as it is kept. */
  public String feeOf(String code) {
    return callers.portal().get("/api/v1/dossiers/" + code).json().at("/fees/0/name").asText();
  }

  public Answer start(String key, String body) {
    return callers.portal().with("Idempotency-Key", key).json("POST", "/api/v1/payments", body);
  }

  public Answer register(String key, String body) {
    return callers
        .portal()
        .with("Idempotency-Key", key)
        .json("POST", "/api/v1/registrations", body);
  }

  /** This many dossier codes, as elements of a list. */
  public static String dossiers(int count) {
    return IntStream.range(0, count)
        .mapToObj("\"000.00.00.H47-261124-%04d\""::formatted)
        .collect(Collectors.joining(","));
  }

  public static String freshKey() {
    return UUID.randomUUID().toString();
  }

  public static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("titleEn").asText()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("{");
  }

  public static void assertField(Answer answer, String code, String field) {
    assertProblem(answer, 422, code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }
}
