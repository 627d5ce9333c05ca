package vn.dvc.pay.documents.content;

import java.util.ArrayList;
import java.util.List;

/** A number as read aloud in Vietnamese, the way amounts are written in documents. */
final class VietnameseWords {
  private static final String[] DIGITS = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
  };
  private static final String[] GROUPS = {"", "nghìn", "triệu"};
  private static final long BILLION = 1_000_000_000;

  private VietnameseWords() {}

  /** The full phrase: capitalised, with the currency at the end. */
  static String sentence(long dong) {
    var words = words(dong);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " đồng";
  }

  static String words(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("Amounts must not be negative");
    }
    if (number == 0) {
      return DIGITS[0];
    }
    var words = new ArrayList<String>();
    read(number, words);
    return String.join(" ", words);
  }

  /** Billions are read as a number of their own: "nghìn tỷ", "tỷ tỷ". */
  private static void read(long number, List<String> words) {
    if (number >= BILLION) {
      read(number / BILLION, words);
      words.add("tỷ");
    }
    var rest = (int) (number % BILLION);
    group(rest / 1_000_000, 2, words);
    group(rest / 1_000 % 1_000, 1, words);
    group(rest % 1_000, 0, words);
  }

  /** A group of three digits. After other words its hundreds are named even if zero. */
  private static void group(int group, int place, List<String> words) {
    if (group == 0) {
      return;
    }
    var inner = !words.isEmpty();
    if (inner || group >= 100) {
      words.add(DIGITS[group / 100]);
      words.add("trăm");
    }
    below100(group % 100, inner || group >= 100, words);
    if (place > 0) {
      words.add(GROUPS[place]);
    }
  }

  private static void below100(int number, boolean afterHundreds, List<String> words) {
    var tens = number / 10;
    var unit = number % 10;
    if (tens == 1) {
      words.add("mười");
    } else if (tens > 1) {
      words.add(DIGITS[tens]);
      words.add("mươi");
    } else if (unit > 0 && afterHundreds) {
      words.add("linh");
    }
    if (unit > 0) {
      words.add(unit(tens, unit));
    }
  }

  private static String unit(int tens, int unit) {
    if (unit == 1 && tens > 1) {
      return "mốt";
    }
    if (unit == 4 && tens > 1) {
      return "tư";
    }
    return unit == 5 && tens > 0 ? "lăm" : DIGITS[unit];
  }
}
