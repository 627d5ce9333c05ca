package vn.dvc.pay.web.api.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.web.PortalApi.REGISTER;
import static vn.dvc.pay.web.PortalApi.START;
import static vn.dvc.pay.web.PortalApi.assertField;
import static vn.dvc.pay.web.PortalApi.assertProblem;
import static vn.dvc.pay.web.PortalApi.freshKey;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.WebTest;

@WebTest
class RegistrationApiControllerTest {
  private static final String ALL = "/api/v1/registrations";

  @Autowired Callers callers;
  @Autowired PortalApi api;
  @Autowired Registrations registrations;

  private final RegistrationId id = RegistrationId.fresh();
  private final String path = ALL + "/" + id;

  @BeforeEach
  void oneRegistrationCanBeStarted() {
    when(registrations.start(any(), any(), any())).thenAnswer(this::begun);
    when(registrations.changeAccount(any(), any(), any())).thenAnswer(this::begun);
    when(registrations.find(id)).thenReturn(Optional.of(Some.registration(id)));
  }

  private Registration begun(InvocationOnMock asked) {
    var begun = Some.registration(id);
    asked.<Consumer<Registration>>getArgument(2).accept(begun);
    return begun;
  }

  @Test
  void startedRegistrationHasALocation() {
    var answer = api.register(freshKey(), REGISTER);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(path);
    var one = answer.json();
    assertThat(one.path("id").asText()).isEqualTo(id.text());
    assertThat(one.path("shortReference").asText()).isEqualTo(id.reference().toString());
    assertThat(one.path("version").asInt()).isEqualTo(1);
    assertThat(one.path("status").asText()).isEqualTo("checking_account");
    assertThat(one.path("reason").isNull()).isTrue();
    assertThat(one.at("/payer/id").asText()).isEqualTo("049012345678");
    assertThat(one.at("/account/number").asText()).isEqualTo("113366668888");
    assertThat(one.at("/account/holder").asText()).isEqualTo("NGUYEN VAN A");
    assertThat(one.at("/history/0/status").asText()).isEqualTo("checking_account");
    assertThat(one.path("holderAtBank").isNull()).isTrue();
    verify(registrations).start(eq(Some.PAYER), eq(Some.application("NGUYEN VAN A")), any());
  }

  @Test
  void sameKeyStartsNoSecondRegistration() {
    var key = freshKey();
    api.register(key, REGISTER);

    var again = api.register(key, REGISTER);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.header("Location")).isEqualTo(path);
    assertProblem(
        api.register(key, REGISTER.replace("6668888", "6668889")), 422, "idempotency-key-reused");
    assertProblem(api.start(key, START), 422, "idempotency-key-reused");
    verify(registrations, times(1)).start(any(), any(), any());
  }

  @Test
  void keyIsRequiredForBothKindsOfStart() {
    for (var call : List.of(ALL, path + "/change-account")) {
      assertProblem(callers.portal().json("POST", call, REGISTER), 400, "idempotency-key-missing");
      assertProblem(
          callers.portal().with("Idempotency-Key", "k".repeat(256)).json("POST", call, REGISTER),
          422,
          "idempotency-key-invalid");
    }
  }

  @Test
  void changeOfAccountStartsOnce() {
    var key = freshKey();
    var call = path + "/change-account";
    var first = callers.portal().with("Idempotency-Key", key).json("POST", call, REGISTER);
    var again = callers.portal().with("Idempotency-Key", key).json("POST", call, REGISTER);

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Location")).isEqualTo(path);
    verify(registrations, times(1)).changeAccount(eq(id), any(), any());
  }

  @Test
  void wrongFieldsAreNamed() {
    wrong("\"113366668888\"", "113366668888", "field-invalid", "account.number");
    wrong("113366668888", "1133_6666", "account-number-invalid", "account.number");
    wrong("113366668888", "1".repeat(41), "field-invalid", "account.number");
    wrong("970415\"", "97041\"", "bank-unknown", "account.bank");
    wrong("\"NGUYEN VAN A\"", "\" \"", "field-invalid", "account.holder");
    wrong("NGUYEN VAN A", "A".repeat(201), "field-invalid", "account.holder");
    wrong("\"branch\"", "\"b\"", "field-missing", "branch");
    wrong("Chi nhánh", "Chi\\u0000nhánh", "field-invalid", "branch");
    wrong("\"a@example.vn\"", "7", "field-invalid", "contact.email");
    wrong("\"contact\":{", "\"contact\":\"\",\"c\":{", "field-invalid", "contact");
    wrong("\"branch\"", "\"representative\":{},\"branch\"", "field-missing", "representative.name");
    wrong("INDIVIDUAL", "KING", "field-invalid", "payer.kind");
    wrong("\"account\"", "\"a\"", "field-missing", "account");
    assertProblem(api.register(freshKey(), "{"), 400, "malformed-json");
    assertProblem(api.register(freshKey(), "[]"), 400, "malformed-json");
    assertProblem(callers.portal().json("POST", path + "/resubmit", "{"), 400, "malformed-json");
    assertField(
        callers.portal().json("POST", path + "/resubmit", "{}"), "field-missing", "account");
    assertProblem(
        callers.portal().send("POST", ALL, "text/plain", "x"), 415, "media-type-unsupported");
  }

  private void wrong(String right, String wrong, String code, String field) {
    assertThat(REGISTER).contains(right);
    assertField(api.register(freshKey(), REGISTER.replace(right, wrong)), code, field);
  }

  @Test
  void refusalsOfTheServiceAreReportedAndUseUpNoKey() {
    var key = freshKey();
    doThrow(Problem.invalid("tax-code-invalid"))
        .doThrow(Problem.conflict("registration-open").with("registration", id))
        .doThrow(new Problem(503, "portal-unavailable"))
        .doAnswer(this::begun)
        .when(registrations)
        .start(any(), any(), any());

    assertThat(api.register(key, REGISTER).json().path("code").asText())
        .isEqualTo("tax-code-invalid");
    assertThat(api.register(key, REGISTER).json().path("registration").asText())
        .isEqualTo(id.text());
    assertThat(api.register(key, REGISTER).status()).isEqualTo(503);
    assertThat(api.register(key, REGISTER).status()).isEqualTo(201);
  }

  @Test
  void payersRequestsArePassedOn() {
    var registered = Some.registration(id, REGISTERED, null, false);
    when(registrations.confirmName(id)).thenReturn(registered);
    when(registrations.resubmit(id, Some.application("NGUYEN VAN A"))).thenReturn(registered);
    when(registrations.withdraw(id)).thenReturn(registered);
    when(registrations.suspend(id)).thenReturn(registered);
    when(registrations.resume(id)).thenReturn(registered);
    when(registrations.terminate(id)).thenReturn(registered);

    for (var wish : List.of("confirm-name", "withdraw", "suspend", "resume", "terminate")) {
      var answer = callers.portal().send("POST", path + "/" + wish, null, null);
      assertThat(answer.status()).as(wish + answer.body()).isEqualTo(202);
      assertThat(answer.json().path("statusText").asText())
          .isEqualTo("Yêu cầu đã được đăng ký thành công");
    }
    var corrected = callers.english().json("POST", path + "/resubmit", REGISTER);
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(202);
    assertThat(corrected.json().path("statusText").asText())
        .isEqualTo("The request was registered successfully");
  }

  @Test
  void refusedAccountIsExplainedWithWhatToDo() {
    when(registrations.find(id))
        .thenReturn(Optional.of(Some.registration(id, ACCOUNT_REFUSED, "account-blocked", true)));

    var one = callers.portal().get(path).json();
    assertThat(one.path("reason").asText()).isEqualTo("account-blocked");
    assertThat(one.at("/reasonText/title").asText()).isEqualTo("Tài khoản đang bị phong tỏa");
    assertThat(one.at("/reasonText/nextStep").asText()).isNotBlank();
    assertThat(one.path("nameDiffers").asBoolean()).isTrue();
    assertThat(one.path("holderAtBank").asText()).isEqualTo("NGUYEN VAN AN");
    assertThat(callers.english().get(path).json().at("/reasonText/title").asText())
        .isEqualTo("The account is blocked");
  }

  @Test
  void payersRegistrationsAreListed() {
    when(registrations.ofPayer("049012345678")).thenReturn(List.of(Some.registration(id)));

    var list = callers.portal().get(ALL + "?payer=049012345678").json();
    assertThat(list.at("/registrations/0/id").asText()).isEqualTo(id.text());
    assertThat(callers.portal().get(ALL + "?payer=1").json().path("registrations")).isEmpty();
    for (var wrong :
        List.of("", "?payer=", "?payer=%20", "?payer=%00", "?payer=" + "1".repeat(21))) {
      var answer = callers.portal().get(ALL + wrong);
      assertProblem(answer, 400, "parameter-invalid");
      assertThat(answer.json().path("parameter").asText()).isEqualTo("payer");
    }
  }

  @Test
  void unknownOrImpossibleRegistrationIdIsNotFound() {
    for (var wrong : List.of("R1", "r" + id.text().substring(1), RegistrationId.fresh().text())) {
      assertProblem(callers.portal().get(ALL + "/" + wrong), 404, "registration-not-found");
    }
    for (var wish : List.of("confirm-name", "withdraw", "suspend", "resume", "terminate")) {
      var call = ALL + "/R1/" + wish;
      assertProblem(callers.portal().send("POST", call, null, null), 404, "registration-not-found");
      assertProblem(callers.portal().get(call), 405, "method-not-allowed");
      assertProblem(
          callers.anybody().send("POST", call, null, null), 401, "authentication-required");
    }
    for (var wish : List.of("resubmit", "change-account")) {
      var call = ALL + "/R1/" + wish;
      assertProblem(
          callers.portal().with("Idempotency-Key", "k").json("POST", call, REGISTER),
          404,
          "registration-not-found");
    }
    assertProblem(callers.portal().json("DELETE", path, "{}"), 405, "method-not-allowed");
    assertProblem(callers.anybody().get(path), 401, "authentication-required");
    assertProblem(callers.anybody().json("POST", ALL, REGISTER), 401, "authentication-required");
  }
}
