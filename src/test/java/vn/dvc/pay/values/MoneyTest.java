package vn.dvc.pay.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class MoneyTest {

  @Test
  void totalIsTheSumOfAllAmounts() {
    assertThat(Money.total(Stream.of(Money.dong(50_000), Money.dong(1), Money.dong(75_000))))
        .isEqualTo(Money.dong(125_001));
  }

  @Test
  void noAmountsHaveNoTotal() {
    assertThatThrownBy(() -> Money.total(Stream.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No amounts to add up");
  }
}
