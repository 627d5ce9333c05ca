package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;

/** Validates a bank's response against the contract file. */
final class ContractCheck {

  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl("contracts/bank-v1.yaml").build();

  private ContractCheck() {}

  static void holds(BankClient.Answer answer) {
    ValidationReport report =
        CONTRACT.validateResponse(
            answer.path(),
            Request.Method.valueOf(answer.http().request().method()),
            SimpleResponse.Builder.status(answer.status())
                .withContentType(answer.http().headers().firstValue("Content-Type").orElseThrow())
                .withBody(answer.http().body())
                .build());
    assertThat(report.getMessages()).isEmpty();
  }
}
