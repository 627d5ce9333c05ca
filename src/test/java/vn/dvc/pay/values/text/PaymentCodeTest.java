package vn.dvc.pay.values.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is found whatever banks do to the text, and never mistaken for another. */
@Tag("fast")
class PaymentCodeTest {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final List<String> WORDS =
      List.of(
          "Nộp phí",
          "NGUYEN VAN A",
          "ck",
          "MBVCB.3278907687",
          "thanh toán hồ sơ",
          "CT DEN:",
          "ĐVC",
          "dvc");

  private final Random random = new Random();
  private final PaymentCode code = PaymentCode.fresh();

  @Test
  void codeIsShortAndHasNoLettersThatAreMistakenForOthers() {
    assertThat(code.text()).matches("DVC[0-9A-HJKMNP-TV-Z]{9}");
  }

  @Test
  void codesAreRandom() {
    var many = new HashSet<PaymentCode>();
    IntStream.range(0, 10_000).forEach(i -> many.add(PaymentCode.fresh()));
    assertThat(many).hasSize(10_000);
  }

  @RepeatedTest(200)
  void mangledTextStillNamesItsPayment() {
    var text = new StringBuilder(word()).append(random.nextBoolean() ? " " : "");
    code.text().chars().forEach(c -> text.append(mangled((char) c)));
    text.append(random.nextBoolean() ? " " : "").append(word());
    assertThat(PaymentCode.in(text.toString())).as(text.toString()).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "\u00d0VC %s", "IBFT %s GD 123456", "nop phi%s-cam on", "ĐVC %s", "  %s\n"})
  void wordsAroundItDoNoHarm(String text) {
    assertThat(PaymentCode.in(text.formatted(code))).contains(code);
  }

  @Test
  void everySingleWrongCharacterIsNoticed() {
    for (var at = 3; at < code.text().length(); at++) {
      for (var symbol : SYMBOLS.toCharArray()) {
        if (symbol != code.text().charAt(at)) {
          var typo = new StringBuilder(code.text());
          typo.setCharAt(at, symbol);
          assertThat(PaymentCode.in(typo.toString())).as(typo.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void everyTwoCharactersThatChangedPlacesAreNoticed() {
    for (var one = 3; one < code.text().length(); one++) {
      for (var two = one + 1; two < code.text().length(); two++) {
        var typo = new StringBuilder(code.text());
        typo.setCharAt(one, code.text().charAt(two));
        typo.setCharAt(two, code.text().charAt(one));
        if (!typo.toString().equals(code.text())) {
          assertThat(PaymentCode.in(typo.toString())).as(typo.toString()).isEmpty();
        }
      }
    }
  }

  /** T3: banks and phones write Đ and full-width letters instead. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00d0VC", "ĐVC", "\u0189vc", "\uff24\uff36\uff23", "D\u200bVC"})
  void prefixIsReadHoweverItIsWritten(String prefix) {
    assertThat(PaymentCode.in("nop phi " + prefix + code.text().substring(3))).contains(code);
  }

  @Test
  void twoCodesInOneTextAreBothRead() {
    var other = PaymentCode.fresh();
    assertThat(PaymentCode.in(code + " va " + other)).containsExactly(code, other);
  }

  @Test
  void oneCodeWrittenTwiceIsOneCode() {
    assertThat(PaymentCode.in(code + " " + code)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DVC", "chuyen khoan", "DVCUUUUUUUUU", "DVC12345678"})
  void textWithoutACodeNamesNone(String text) {
    assertThat(PaymentCode.in(text)).isEmpty();
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /**
   * One character as it may arrive: in other case, as a look-alike, after punctuation and spaces.
   */
  private String mangled(char c) {
    var read =
        switch (c) {
          case '0' -> "0Oo".charAt(random.nextInt(3));
          case '1' -> "1IilL".charAt(random.nextInt(5));
          case 'D' -> "DdĐđ".charAt(random.nextInt(4));
          case 'A' -> "AaÁạ".charAt(random.nextInt(4));
          case 'E' -> "EeÊế".charAt(random.nextInt(4));
          default ->
              random.nextBoolean() ? c : Character.toString(c).toLowerCase(Locale.ROOT).charAt(0);
        };
    return List.of("", "", "", " ", "-", ".", "/", "  ").get(random.nextInt(8)) + read;
  }
}
