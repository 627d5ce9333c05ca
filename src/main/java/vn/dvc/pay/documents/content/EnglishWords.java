package vn.dvc.pay.documents.content;

import java.util.ArrayList;
import java.util.List;

/** A number as read aloud in English, the way amounts are written in documents. */
final class EnglishWords {
  private static final String[] BELOW_20 = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] THOUSANDS = {
    "", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"
  };

  private EnglishWords() {}

  /** The full phrase: capitalised, with the currency at the end. */
  static String sentence(long dong) {
    var words = words(dong);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " dong";
  }

  static String words(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("Amounts must not be negative");
    }
    if (number == 0) {
      return BELOW_20[0];
    }
    var groups = new ArrayList<String>();
    var rest = number;
    for (var place = 0; rest > 0; place++, rest /= 1000) {
      var group = (int) (rest % 1000);
      if (group > 0) {
        groups.add(0, group(group) + THOUSANDS[place]);
      }
    }
    return joined(groups, number % 1000);
  }

  /** "And" also before a last group without hundreds: one thousand and five. */
  private static String joined(List<String> groups, long last) {
    var most = String.join(" ", groups.subList(0, groups.size() - 1));
    var end = groups.get(groups.size() - 1);
    if (most.isEmpty()) {
      return end;
    }
    return most + (last > 0 && last < 100 ? " and " : " ") + end;
  }

  private static String group(int group) {
    if (group < 100) {
      return below100(group);
    }
    var hundreds = BELOW_20[group / 100] + " hundred";
    return group % 100 == 0 ? hundreds : hundreds + " and " + below100(group % 100);
  }

  private static String below100(int number) {
    if (number < 20) {
      return BELOW_20[number];
    }
    var tens = TENS[number / 10];
    return number % 10 == 0 ? tens : tens + "-" + BELOW_20[number % 10];
  }
}
