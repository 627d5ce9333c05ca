package vn.dvc.pay.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference that people read out, and what happens when they misread it. */
@Tag("fast")
class ShortReferenceTest {
  private static final String SYMBOLS = "0123456789BCDFGHJKMNPQRTVWXYZ";

  static Stream<String> ids() {
    return Stream.concat(
        Stream.of("0".repeat(32), "F".repeat(32), "8" + "0".repeat(31)),
        IntStream.range(0, 50).mapToObj(i -> PaymentId.fresh().text().substring(1)));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void referenceLeadsBackToItsIds(String digits) {
    var id = PaymentId.of("P" + digits);
    var reference = ShortReference.of(id);
    assertThat(reference.toString()).matches("[" + SYMBOLS + "]{5}-[" + SYMBOLS + "]{5}");
    assertThat(id.text()).isGreaterThanOrEqualTo(reference.firstId('P'));
    assertThat(id.text()).isLessThan(reference.endOfIds('P'));
    var next = Long.parseLong("0" + digits.substring(0, 12), 16) + 40;
    if (next < 1L << 48) {
      assertThat(ShortReference.of(PaymentId.of("P%012X%s".formatted(next, digits.substring(12)))))
          .isNotEqualTo(reference);
    }
    assertThat(ShortReference.of(RegistrationId.of("R" + digits))).isEqualTo(reference);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyWrongCharacterAndEveryExchangeOfNeighboursIsCaught(String digits) {
    var right = ShortReference.of(PaymentId.of("P" + digits)).symbols();
    for (var i = 0; i < right.length(); i++) {
      for (var symbol : SYMBOLS.toCharArray()) {
        if (symbol != right.charAt(i)) {
          mistyped(right.substring(0, i) + symbol + right.substring(i + 1));
        }
      }
      if (i > 0 && right.charAt(i) != right.charAt(i - 1)) {
        mistyped(
            right.substring(0, i - 1)
                + right.charAt(i)
                + right.charAt(i - 1)
                + right.substring(i + 1));
      }
    }
  }

  private static void mistyped(String symbols) {
    assertThatThrownBy(() -> ShortReference.typed(symbols))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("reference-mistyped"));
  }

  @Test
  void referenceIsReadHoweverItIsTyped() {
    var reference = ShortReference.of(PaymentId.of("P1501" + "9".repeat(28)));
    var shown = reference.toString();
    for (var typed :
        new String[] {
          shown,
          shown.toLowerCase(),
          shown.replace("-", ""),
          " " + shown.replace("-", " ") + " ",
          shown.replace('0', 'O').replace('1', 'l').replace('5', 's').replace('V', 'u')
        }) {
      assertThat(ShortReference.typed(typed)).as(typed).contains(reference);
    }
  }

  @Test
  void textOfAnotherFormIsNotAReference() {
    for (var other :
        new String[] {"", "7K4MQ", "P" + "0".repeat(32), "000.00.00.H47-261124-0001"}) {
      assertThat(ShortReference.typed(other)).as(other).isEmpty();
    }
    assertThatThrownBy(() -> new ShortReference("0000000001"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
