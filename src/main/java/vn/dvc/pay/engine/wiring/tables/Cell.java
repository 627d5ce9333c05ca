package vn.dvc.pay.engine.wiring.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * A cell of an input column: which values its row is for. Reads the part of FEEL that the Modeler's
 * own editors write, and calls the rest unreadable instead of guessing.
 *
 * @param mentioned the numbers at which the cell's answer may change, as text
 */
record Cell(Test test, Set<String> mentioned) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern WORDS = Pattern.compile("\\s*\"[^\"]*\"\\s*(,\\s*\"[^\"]*\"\\s*)*");
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)?\\s*(-?\\d+)");
  private static final Pattern RANGE =
      Pattern.compile("([\\[(\\]])\\s*(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)\\s*([])\\[])");

  @FunctionalInterface
  interface Test {
    boolean holds(String value);
  }

  /** Empty if it cannot be read. */
  static Optional<Cell> of(String text, Kind.Basic kind) {
    if (text.isEmpty() || text.equals("-")) {
      return Optional.of(new Cell(value -> true, Set.of()));
    }
    var not = NOT.matcher(text);
    if (not.matches()) {
      return positive(not.group(1).strip(), kind)
          .map(cell -> new Cell(value -> !cell.test().holds(value), cell.mentioned()));
    }
    return positive(text, kind);
  }

  /** The quoted words of a list; none if it is no list of quoted words. */
  static List<String> words(String text) {
    if (!WORDS.matcher(text).matches()) {
      return List.of();
    }
    return WORD.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static Optional<Cell> positive(String text, Kind.Basic kind) {
    return switch (kind) {
      case TEXT -> {
        var words = words(text);
        yield words.isEmpty()
            ? Optional.empty()
            : Optional.of(new Cell(words::contains, new TreeSet<>(words)));
      }
      case YES_OR_NO ->
          Set.of("true", "false").contains(text)
              ? Optional.of(new Cell(text::equals, Set.of(text)))
              : Optional.empty();
      case NUMBER -> numbers(text);
    };
  }

  private static Optional<Cell> numbers(String text) {
    List<LongPredicate> tests = new ArrayList<>();
    Set<String> mentioned = new TreeSet<>();
    for (var part : text.split(",", -1)) {
      var compared = COMPARED.matcher(part.strip());
      var range = RANGE.matcher(part.strip());
      try {
        if (compared.matches()) {
          long bound = Long.parseLong(compared.group(2));
          mentioned.add(compared.group(2));
          tests.add(compare(compared.group(1) == null ? "=" : compared.group(1), bound));
        } else if (range.matches()) {
          mentioned.add(range.group(2));
          mentioned.add(range.group(3));
          tests.add(
              compare(range.group(1).equals("[") ? ">=" : ">", Long.parseLong(range.group(2)))
                  .and(
                      compare(
                          range.group(4).equals("]") ? "<=" : "<",
                          Long.parseLong(range.group(3)))));
        } else {
          return Optional.empty();
        }
      } catch (NumberFormatException tooLarge) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Cell(
            value -> tests.stream().anyMatch(test -> test.test(Long.parseLong(value))), mentioned));
  }

  private static LongPredicate compare(String sign, long bound) {
    return switch (sign) {
      case "<" -> n -> n < bound;
      case "<=" -> n -> n <= bound;
      case ">" -> n -> n > bound;
      case ">=" -> n -> n >= bound;
      default -> n -> n == bound;
    };
  }
}
