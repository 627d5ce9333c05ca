package vn.dvc.pay.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.documents.DocumentLanguage.VIETNAMESE;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.web.PortalApi.DOSSIER;
import static vn.dvc.pay.web.PortalApi.REGISTER;
import static vn.dvc.pay.web.PortalApi.START;
import static vn.dvc.pay.web.PortalApi.freshKey;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.Result;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.WebTest;
import vn.dvc.pay.web.api.event.StoredEvents;

/** The published contract and the actual responses agree. */
@WebTest
class ContractTest {
  private static final String CODE = "000.00.00.H47-261124-3001";
  private static final String CORRECTED =
      """
      {"account":{"bank":"970415","number":"113366668888","holder":"NGUYEN VAN A"},
       "branch":"Chi nhánh Hà Nội"}
      """;

  @Autowired Callers callers;
  @Autowired Payments payments;
  @Autowired Refunds refunds;
  @Autowired InquiryRequests inquiries;
  @Autowired PaymentDocuments documents;
  @Autowired Registrations registrations;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapped;

  private OpenApiInteractionValidator contract;
  private final Set<String> asked = new HashSet<>();

  @Test
  void contractAndControllersHaveTheSameOperations() {
    assertThat(mappedCalls()).isEqualTo(contractCalls());
  }

  @Test
  void everyCallFollowsTheContract() {
    contract = OpenApiInteractionValidator.createForInlineApiSpecification(served()).build();
    var id = PaymentId.fresh();
    var path = "/payments/" + id;
    var declined = Some.paymentDeclined(id, "card-not-enabled-online");
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenReturn(Some.paymentWaitingForCard(id));
    when(payments.find(id)).thenReturn(Optional.of(declined));
    when(payments.enterCard(any(), any(), any(), any())).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.enterOtp(any(), any())).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.resendOtp(any())).thenReturn(Some.paymentWaitingForOtp(id));
    when(payments.cancel(any())).thenReturn(Some.paymentWaitingForOtp(id));

    when(inquiries.askNow(any(), any())).thenReturn(new InquiryRequests.Answer(Result.ASKED, null));
    when(documents.summary(id, VIETNAMESE)).thenReturn(Some.document("a.pdf"));
    when(documents.receipt(id, "BL-1", VIETNAMESE)).thenReturn(Some.document("b.pdf"));
    when(documents.instruction(id, VIETNAMESE)).thenReturn(Some.document("c.pdf"));

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
    keeps("POST", path + "/ask-bank", null, 202);
    keeps("POST", "/dossiers/" + CODE + "/cancel", null, 200);
    refundsKeepTheContract(id, path + "/refunds");
    keeps("GET", path + "/receipt.pdf", null, 200);
    keeps("GET", path + "/receipts/BL-1.pdf", null, 200);
    keeps("GET", path + "/instruction.pdf", null, 200);
    registrationsKeepTheContract();
    eventsKeepTheContract();
    keeps("GET", "/banks", null, 200);
    keeps("GET", "/keys", null, 200);
    assertThat(asked).hasSize(contractCalls().size() - 1); // The contract itself is text.

    keeps("GET", "/dossiers/none", null, 404);
    keeps("GET", "/payments/none", null, 404);
    keeps("POST", "/payments/none/cancel", null, 404);
    keeps("GET", "/registrations/none", null, 404);
    when(payments.find(id)).thenReturn(Optional.of(Some.paymentByAccount(id)));
    keeps("GET", path, null, 200);
    when(payments.find(id)).thenReturn(Optional.of(Some.paymentAtTheCounter(id)));
    keeps("GET", path, null, 200);
    for (var state : IncomingMoney.State.values()) {
      when(payments.find(id)).thenReturn(Optional.of(Some.paymentWithMoneyReceived(id, state)));
      keeps("GET", path, null, 200);
    }
  }

  private void refundsKeepTheContract(PaymentId id, String path) {
    when(refunds.ask(any(), any(), any(), any())).thenReturn(Some.refund(id));
    when(refunds.ofPayment(id)).thenReturn(List.of(Some.refund(id)));
    keeps("POST", path, "{\"dossiers\":[\"" + Some.CODE + "\"],\"reason\":\"Rút hồ sơ\"}", 202);
    keeps("GET", path, null, 200);
  }

  private void eventsKeepTheContract() {
    var id = StoredEvents.delivered(jdbc, UUID.randomUUID().toString());
    keeps("GET", "/events", null, 200);
    keeps("POST", "/events/" + id + "/resend", null, 202);
    keeps("POST", "/events/none/resend", null, 404);
  }

  private void registrationsKeepTheContract() {
    var id = RegistrationId.fresh();
    var path = "/registrations/" + id;
    var one = Some.registration(id, ACCOUNT_REFUSED, "account-blocked", true);
    when(registrations.start(any(), any(), any())).thenReturn(one);
    when(registrations.changeAccount(any(), any(), any())).thenReturn(one);
    when(registrations.find(id)).thenReturn(Optional.of(one));
    when(registrations.ofPayer(any())).thenReturn(List.of(one));
    when(registrations.form(id, VIETNAMESE)).thenReturn(Some.document("d.pdf"));
    when(registrations.confirmName(id)).thenReturn(one);
    when(registrations.resubmit(any(), any())).thenReturn(one);
    when(registrations.withdraw(id)).thenReturn(one);
    when(registrations.suspend(id)).thenReturn(one);
    when(registrations.resume(id)).thenReturn(one);
    when(registrations.terminate(id)).thenReturn(one);

    keeps("POST", "/registrations", REGISTER, 201);
    keeps("GET", "/registrations?payer=049012345678", null, 200);
    keeps("GET", path, null, 200);
    keeps("GET", path + "/form.pdf", null, 200);
    keeps("POST", path + "/resubmit", CORRECTED, 202);
    keeps("POST", path + "/change-account", CORRECTED, 201);
    for (var move : List.of("confirm-name", "withdraw", "suspend", "resume", "terminate")) {
      keeps("POST", path + "/" + move, null, 202);
    }
  }

  private void keeps(String method, String path, String body, int status) {
    var key = freshKey();
    var caller = callers.portal().with("Idempotency-Key", key);
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
    var parts = path.split("\\?payer=");
    var request =
        new SimpleRequest.Builder(method, "/api/v1" + parts[0])
            .withHeader("Idempotency-Key", key)
            .withHeader("Authorization", "Basic cG9ydGFsOnBvcnRhbA==");
    if (parts.length > 1) {
      request.withQueryParam("payer", parts[1]);
    }
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
    var answer = callers.anybody().get("/api/v1/openapi.yaml");
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
