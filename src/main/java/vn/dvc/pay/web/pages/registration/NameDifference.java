package vn.dvc.pay.web.pages.registration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.text.PlainLetters;

/**
 * Two spellings of a name to be shown side by side, word for word, so that a payer need not search
 * for what differs. Capitals and diacritics make no difference, because banks store neither.
 */
record NameDifference(List<Word> yours, List<Word> banks) {

  static NameDifference between(@Nullable String yours, @Nullable String banks) {
    var one = words(yours);
    var other = words(banks);
    var start = 0;
    while (start < Math.min(one.size(), other.size()) && same(one, other, start, start)) {
      start++;
    }
    var end = 0;
    while (end < Math.min(one.size(), other.size()) - start
        && same(one, other, one.size() - 1 - end, other.size() - 1 - end)) {
      end++;
    }
    return new NameDifference(marked(one, start, end), marked(other, start, end));
  }

  private static List<Word> marked(List<String> words, int same, int sameAtEnd) {
    var marked = new ArrayList<Word>();
    for (var at = 0; at < words.size(); at++) {
      marked.add(new Word(words.get(at), at >= same && at < words.size() - sameAtEnd));
    }
    return marked;
  }

  private static boolean same(List<String> one, List<String> other, int here, int there) {
    return PlainLetters.of(one.get(here)).equals(PlainLetters.of(other.get(there)));
  }

  private static List<String> words(@Nullable String name) {
    return name == null || name.isBlank() ? List.of() : List.of(name.strip().split("\\s+"));
  }

  /** A word, and whether the other spelling has another one, or none, in its place. */
  public record Word(String text, boolean differs) {}
}
