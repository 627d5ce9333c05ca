package vn.dvc.pay.bank.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.BankCommand.Reverse;
import vn.dvc.pay.bank.BankSamples;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.SampleCommands;

/** Each command is written with the contract's field names, and nothing else. */
@Tag("fast")
class BankRequestBodyTest {

  @ParameterizedTest
  @EnumSource
  void eachCommandIsWrittenLikeItsSample(Operation operation) throws IOException {
    var command = SampleCommands.of(operation, "head.key.iv.text.tag");
    assertThat(command.operation()).isEqualTo(operation);
    assertThat(BankRequestBody.read(BankRequestBody.write(command)))
        .isEqualTo(BankSamples.body(operation));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHORISE", "OTP"})
  void sealedValueIsNeitherStoredWithTheFieldsNorPrinted(Operation operation) {
    var command = SampleCommands.of(operation, "head.key.iv.text.tag");
    assertThat(command.sealed()).isEqualTo("head.key.iv.text.tag");
    assertThat(BankRequestBody.write(command)).doesNotContain("head.key");
    assertThat(command.toString()).doesNotContain("head.key");
  }

  @Test
  void collectedMoneyIsIdentifiedByTheBanksOwnReference() {
    var reverse = new Reverse(new Reverse.Original.Collected("B-1"), "came too late");
    assertThat(BankRequestBody.of(reverse))
        .isEqualTo(Map.of("original", Map.of("collection", "B-1"), "reason", "came too late"));
  }
}
