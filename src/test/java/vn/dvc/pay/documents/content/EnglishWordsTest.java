package vn.dvc.pay.documents.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class EnglishWordsTest {
  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> LARGE =
      List.of("- thousand million billion trillion quadrillion quintillion".split(" "));

  @ParameterizedTest
  @CsvSource({
    "0, zero",
    "13, thirteen",
    "40, forty",
    "99, ninety-nine",
    "100, one hundred",
    "101, one hundred and one",
    "1000, one thousand",
    "1005, one thousand and five",
    "1100, one thousand one hundred",
    "120000, one hundred and twenty thousand",
    "1000001, one million and one",
    "1250000, one million two hundred and fifty thousand",
    "1000000000, one billion",
    "9223372036854775807, nine quintillion two hundred and twenty-three quadrillion three hundred and"
        + " seventy-two trillion thirty-six billion eight hundred and fifty-four million seven"
        + " hundred and seventy-five thousand eight hundred and seven"
  })
  void amountsAreWordedAsPeopleSayThem(long number, String words) {
    assertThat(EnglishWords.words(number)).isEqualTo(words);
  }

  @Test
  void aSentenceBeginsWithACapitalAndEndsWithTheCurrency() {
    assertThat(EnglishWords.sentence(360_000)).isEqualTo("Three hundred and sixty thousand dong");
  }

  @Test
  void aNegativeAmountIsRefused() {
    assertThatThrownBy(() -> EnglishWords.words(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyNumberUpToTwoHundredThousandIsReadBackAsItself() {
    for (long number = 0; number <= 200_000; number++) {
      assertThat(number(EnglishWords.words(number))).isEqualTo(number);
    }
  }

  @Test
  void anyAmountIsReadBackAsItself() {
    var random = new Random(20261129);
    for (var round = 0; round < 100_000; round++) {
      var number = random.nextLong(10L << random.nextInt(56));
      assertThat(number(EnglishWords.words(number))).as("%d", number).isEqualTo(number);
    }
  }

  /** Reads the words back, independently of the code that made them. */
  private static long number(String words) {
    long sum = 0;
    long group = 0;
    for (var word : words.replace("-", " ").split(" ")) {
      if (word.equals("hundred")) {
        group *= 100;
      } else if (LARGE.contains(word)) {
        sum += group * (long) Math.pow(1000, LARGE.indexOf(word));
        group = 0;
      } else if (TENS.contains(word)) {
        group += TENS.indexOf(word) * 10L;
      } else if (!word.equals("and")) {
        assertThat(SMALL).contains(word);
        group += SMALL.indexOf(word);
      }
    }
    return sum + group;
  }
}
