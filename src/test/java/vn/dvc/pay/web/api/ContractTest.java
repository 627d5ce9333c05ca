package vn.dvc.pay.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.web.Caller.Answer;
import vn.dvc.pay.web.Some;

/** The served contract and what is really served are the same. */
class ContractTest extends ApiTest {
  private static final String CODE = "000.00.00.H47-261124-3001";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapped;

  private OpenApiInteractionValidator contract;
  private final Set<String> asked = new HashSet<>();

  @Test
  void everyMappedCallIsInTheContractAndTheReverse() {
    assertThat(mappedCalls()).isEqualTo(contractCalls());
  }

  @Test
  void everyCallKeepsTheContract() {
    contract = OpenApiInteractionValidator.createForInlineApiSpecification(served()).build();
    var id = PaymentId.fresh();
    var path = "/payments/" + id;
    var declined = Some.paymentDeclined(id, "card-not-enabled-online");
    when(payments.start(any(), any(), any(), any())).thenReturn(Some.paymentWaitingForCard(id));
    when(payments.find(id)).thenReturn(Optional.of(declined));
    when(payments.enterCard(any(), any(), any(), any())).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.enterOtp(any(), any())).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.resendOtp(any())).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.cancel(any())).thenReturn(Some.paymentWaitingForOtp(id));

    keeps("PUT", "/dossiers/" + CODE, DOSSIER, 200);
    keeps("GET", "/dossiers/" + CODE, null, 200);
    keeps("GET", "/dossiers", null, 200);
    keeps("POST", "/payments", START, 201);
    keeps("GET", path, null, 200);
    keeps(
        "POST",
        path + "/card",
        "{\"bank\":\"970415\",\"sealedCard\":\"a\",\"termsVersion\":\"1\"}",
        202);
    keeps("POST", path + "/otp", "{\"sealedOtp\":\"a\"}", 202);
    keeps("POST", path + "/otp/resend", null, 202);
    keeps("POST", path + "/cancel", null, 202);
    keeps("POST", "/dossiers/" + CODE + "/cancel", null, 200);
    keeps("GET", "/banks", null, 200);
    keeps("GET", "/keys", null, 200);
    assertThat(asked).hasSize(contractCalls().size() - 1); // The contract itself is text.

    keeps("GET", "/dossiers/none", null, 404);
    keeps("GET", "/payments/none", null, 404);
    keeps("POST", "/payments/none/cancel", null, 404);
  }

  private void keeps(String method, String path, String body, int status) {
    var key = freshKey();
    var caller = portal().with("Idempotency-Key", key);
    var answer =
        body == null
            ? caller.send(method, "/api/v1" + path, null, null)
            : caller.json(method, "/api/v1" + path, body);
    assertThat(answer.status()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
    var problems = contract.validate(request(method, path, body, key), response(answer));
    assertThat(problems.getMessages())
        .as(method + " " + path)
        .filteredOn(message -> message.getLevel() == Level.ERROR)
        .extracting(ValidationReport.Message::getMessage)
        .isEmpty();
    if (status < 400) {
      asked.add(method + " " + path);
    }
  }

  private static Request request(String method, String path, String body, String key) {
    var request =
        new SimpleRequest.Builder(method, "/api/v1" + path)
            .withHeader("Idempotency-Key", key)
            .withHeader("Authorization", "Basic cG9ydGFsOnBvcnRhbA==");
    return body == null
        ? request.build()
        : request.withHeader("Content-Type", "application/json").withBody(body).build();
  }

  private static SimpleResponse response(Answer answer) {
    var response = SimpleResponse.Builder.status(answer.status()).withBody(answer.body());
    answer.response().headers().map().forEach((name, values) -> response.withHeader(name, values));
    return response.build();
  }

  private String served() {
    var answer = anybody().get("/api/v1/openapi.yaml");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    return answer.body();
  }

  private Set<String> mappedCalls() {
    var calls = new TreeSet<String>();
    mapped
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              for (var path : info.getPatternValues()) {
                if (path.startsWith("/api/") && !path.contains("/trial-")) {
                  info.getMethodsCondition()
                      .getMethods()
                      .forEach(verb -> calls.add(verb + " " + path));
                }
              }
            });
    return calls;
  }

  private Set<String> contractCalls() {
    var calls = new TreeSet<String>();
    parsed()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .keySet()
                    .forEach(verb -> calls.add(verb + " /api/v1" + path)));
    return calls;
  }

  private OpenAPI parsed() {
    var options = new ParseOptions();
    options.setResolve(true);
    var result = new OpenAPIV3Parser().readContents(served(), null, options);
    assertThat(result.getMessages()).isEmpty();
    return result.getOpenAPI();
  }
}
