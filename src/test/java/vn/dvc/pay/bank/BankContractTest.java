package vn.dvc.pay.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.channel.LineRig;

/** Validates the sample messages that the route tests use against the contract document. */
class BankContractTest {
  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl("contracts/bank-v1.yaml")
          // The parts of an allOf would reject each other's properties.
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                  .build())
          .build();

  @ParameterizedTest
  @EnumSource(value = Operation.class, mode = EnumSource.Mode.EXCLUDE, names = "INQUIRY")
  void ourRequestsFollowTheContract(Operation operation) throws IOException {
    var request =
        new SimpleRequest.Builder(method(operation), path(operation))
            .withContentType("application/json")
            .withBody(BankSamples.request(operation))
            .build();

    assertThat(CONTRACT.validateRequest(request).getMessages()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theSampleAnswersFollowTheContract(String sample) throws IOException {
    var operation = BankSamples.operation(sample);
    var answer =
        SimpleResponse.Builder.ok()
            .withContentType("application/json")
            .withBody(BankSamples.answer(sample))
            .build();

    assertThat(CONTRACT.validateResponse(path(operation), method(operation), answer).getMessages())
        .isEmpty();
  }

  static Stream<String> answers() throws IOException {
    return BankSamples.answers();
  }

  private static Request.Method method(Operation operation) {
    return switch (operation) {
      case INQUIRY -> Request.Method.GET;
      case END_MANDATE -> Request.Method.DELETE;
      default -> Request.Method.POST;
    };
  }

  private static String path(Operation operation) {
    var attempt = LineRig.ATTEMPT;
    return switch (operation) {
      case AUTHORISE -> "/cards/authorisations";
      case OTP -> "/cards/authorisations/" + attempt + "/otp";
      case RESEND -> "/cards/authorisations/" + attempt + "/otp-resend";
      case CAPTURE -> "/cards/authorisations/" + attempt + "/capture";
      case VOID -> "/cards/authorisations/" + attempt + "/void";
      case ENQUIRY -> "/accounts/enquiry";
      case MANDATE -> "/mandates";
      case END_MANDATE -> "/mandates/MANDATE-0001";
      case DEBIT -> "/debits";
      case REVERSAL -> "/reversals";
      case TOMBSTONE -> "/transactions/" + attempt + "/tombstone";
      case INQUIRY -> "/transactions/" + attempt;
    };
  }
}
