package vn.dvc.pay.documents.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class VietnameseWordsTest {

  @ParameterizedTest
  @CsvSource({
    "0, không",
    "1, một",
    "4, bốn",
    "5, năm",
    "10, mười",
    "11, mười một",
    "14, mười bốn",
    "15, mười lăm",
    "20, hai mươi",
    "21, hai mươi mốt",
    "24, hai mươi tư",
    "25, hai mươi lăm",
    "100, một trăm",
    "101, một trăm linh một",
    "104, một trăm linh bốn",
    "105, một trăm linh năm",
    "110, một trăm mười",
    "111, một trăm mười một",
    "115, một trăm mười lăm",
    "121, một trăm hai mươi mốt",
    "1001, một nghìn không trăm linh một",
    "1005, một nghìn không trăm linh năm",
    "1010, một nghìn không trăm mười",
    "1024, một nghìn không trăm hai mươi tư",
    "15015, mười lăm nghìn không trăm mười lăm",
    "101001, một trăm linh một nghìn không trăm linh một",
    "121005, một trăm hai mươi mốt nghìn không trăm linh năm",
    "1000001, một triệu không trăm linh một",
    "1000100, một triệu một trăm",
    "1015000, một triệu không trăm mười lăm nghìn",
    "1005000000, một tỷ không trăm linh năm triệu",
    "24000000000, hai mươi tư tỷ",
    "1000000000000, một nghìn tỷ",
    "1000000000000000000, một tỷ tỷ"
  })
  void amountsAreWordedAsPeopleSayThem(long number, String words) {
    assertThat(VietnameseWords.words(number)).isEqualTo(words);
  }

  @Test
  void aSentenceBeginsWithACapitalAndEndsWithTheCurrency() {
    assertThat(VietnameseWords.sentence(120_000)).isEqualTo("Một trăm hai mươi nghìn đồng");
    assertThat(VietnameseWords.sentence(5)).isEqualTo("Năm đồng");
  }

  @Test
  void aNegativeAmountIsRefused() {
    assertThatThrownBy(() -> VietnameseWords.words(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyNumberUpToTwoHundredThousandIsReadBackAsItself() {
    for (long number = 0; number <= 200_000; number++) {
      assertThat(number(VietnameseWords.words(number))).isEqualTo(number);
    }
  }

  @Test
  void anyAmountIsReadBackAsItself() {
    var random = new Random(20261124);
    for (var round = 0; round < 100_000; round++) {
      var number = random.nextLong(10L << random.nextInt(56));
      assertThat(number(VietnameseWords.words(number))).as("%d", number).isEqualTo(number);
    }
  }

  /** Reads the words back, independently of the code that made them. */
  private static long number(String words) {
    return listen(Arrays.asList(words.split(" ")));
  }

  private static long listen(List<String> words) {
    var billions = words.lastIndexOf("tỷ");
    if (billions >= 0) {
      return listen(words.subList(0, billions)) * 1_000_000_000
          + listen(words.subList(billions + 1, words.size()));
    }
    long sum = 0;
    long group = 0;
    long digit = 0;
    for (var word : words) {
      switch (word) {
        case "triệu" -> {
          sum += (group + digit) * 1_000_000;
          group = digit = 0;
        }
        case "nghìn" -> {
          sum += (group + digit) * 1_000;
          group = digit = 0;
        }
        case "trăm" -> {
          group += digit * 100;
          digit = 0;
        }
        case "mươi" -> {
          group += digit * 10;
          digit = 0;
        }
        case "mười" -> group += 10;
        case "linh" -> digit = 0;
        default -> digit = digit(word);
      }
    }
    return sum + group + digit;
  }

  private static int digit(String word) {
    return switch (word) {
      case "không" -> 0;
      case "một", "mốt" -> 1;
      case "hai" -> 2;
      case "ba" -> 3;
      case "bốn", "tư" -> 4;
      case "năm", "lăm" -> 5;
      case "sáu" -> 6;
      case "bảy" -> 7;
      case "tám" -> 8;
      case "chín" -> 9;
      default -> throw new IllegalArgumentException(word);
    };
  }
}
