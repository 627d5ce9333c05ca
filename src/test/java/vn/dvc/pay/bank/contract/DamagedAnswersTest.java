package vn.dvc.pay.bank.contract;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

@Tag("fast")
class DamagedAnswersTest {

  @ParameterizedTest
  @EnumSource
  void answerIsReadOrNotBelieved(Operation operation) {
    var request =
        new BankRequest(
            null,
            operation,
            AttemptRef.fresh(),
            CallRef.fresh(),
            Instant.now(),
            operation.concernsMoney() ? Money.dong(120_000) : null,
            null,
            Map.of());
    Fuzz.damage(
        "answers",
        Fuzz.files(Path.of("src/test/resources/bank-samples"), ".answer.json"),
        body -> new ContractMapper().read(request, body),
        BankFailure.class);
  }
}
