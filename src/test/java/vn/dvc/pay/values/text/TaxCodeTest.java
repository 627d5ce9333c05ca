package vn.dvc.pay.values.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class TaxCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"0100047516", "0100100008", "0100109106", "0100112437", "0100109106-001"})
  void anIssuedTaxCodeIsValid(String text) {
    assertThat(TaxCode.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100109107",
        "0100109106-000",
        "0100109106-1",
        "0100109106001",
        "010010910",
        "0000109106",
        "0100000000",
        "01001O9106",
        ""
      })
  void aMistypedTaxCodeIsNot(String text) {
    assertThat(TaxCode.isValid(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new TaxCode(text));
  }

  @Test
  void nullIsNotATaxCode() {
    assertThat(TaxCode.isValid(null)).isFalse();
  }
}
