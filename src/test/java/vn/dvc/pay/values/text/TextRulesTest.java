package vn.dvc.pay.values.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.values.card.CardDate;
import vn.dvc.pay.values.card.CardHolder;
import vn.dvc.pay.values.card.CardNumber;
import vn.dvc.pay.values.card.OneTimeCode;
import vn.dvc.pay.values.text.TextExamples.Example;

/** Each rule with its rows of the table (T1 to T9). */
@Tag("fast")
class TextRulesTest {

  static Stream<Example> taken() {
    return TextExamples.all().filter(Example::isTaken);
  }

  static Stream<Example> refused() {
    return TextExamples.all().filter(example -> !example.isTaken());
  }

  @ParameterizedTest
  @MethodSource("taken")
  void textIsKeptInOneSpelling(Example example) {
    var rule = rule(example.kind());
    assertThat(rule.apply(example.typed())).isEqualTo(example.kept());
    assertThat(rule.apply(example.kept()))
        .as("unchanged when applied again")
        .isEqualTo(example.kept());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void unusableTextIsRefusedWithItsFault(Example example) {
    assertThatThrownBy(() -> rule(example.kind()).apply(example.typed()))
        .isInstanceOfSatisfying(
            RefusedText.class,
            refused -> {
              if (example.namesCharacter()) {
                assertThat(refused.character()).isEqualTo(example.refused());
              } else {
                assertThat(refused.why().name()).isEqualTo(example.refused());
                assertThat(refused.character()).isNull();
              }
            });
  }

  private static UnaryOperator<String> rule(String kind) {
    return switch (kind) {
      case "line" -> typed -> TextLine.of(typed, 200).text();
      case "personName" -> typed -> PersonName.of(typed).text();
      case "organisationName" -> typed -> OrganisationName.of(typed).text();
      case "phone" -> typed -> Phone.of(typed).text();
      case "email" -> typed -> Email.of(typed).text();
      case "taxCode" -> typed -> TaxCode.of(typed).text();
      case "identityNumber" -> typed -> IdentityNumber.of(typed).text();
      case "cardNumber" -> typed -> filled(CardNumber.digits(typed));
      case "cardHolder" ->
          typed -> CardHolder.read(typed).map(CardHolder::text).orElseThrow(wrong());
      case "cardDate" -> typed -> CardDate.read(typed).map(CardDate::text).orElseThrow(wrong());
      case "otp" -> typed -> filled(OneTimeCode.digits(typed));
      default -> throw new IllegalArgumentException("No rule for " + kind);
    };
  }

  private static String filled(char[] digits) {
    if (digits.length == 0) {
      throw wrong().get();
    }
    return new String(digits);
  }

  private static java.util.function.Supplier<RefusedText> wrong() {
    return () -> RefusedText.because(RefusedText.Why.FORM);
  }
}
