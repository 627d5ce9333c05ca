package vn.dvc.pay.engine.wiring.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dvc.pay.engine.ReadsTable;

/**
 * What the cells of a column hold.
 *
 * @param words the only texts that mean something; empty if any does, or if they are no texts
 */
record Kind(Basic basic, List<String> words, long least, long most) {
  private static final Map<String, Basic> TYPES =
      Map.of(
          "string", Basic.TEXT,
          "boolean", Basic.YES_OR_NO,
          "integer", Basic.NUMBER,
          "long", Basic.NUMBER);

  enum Basic {
    TEXT,
    YES_OR_NO,
    NUMBER
  }

  /** By its reader; by its own type where nobody reads it. */
  static Kind of(String type, Optional<ReadsTable.Column> declared) {
    return declared
        .map(c -> new Kind(basic(c.type()), wordsOf(c), c.least(), c.most()))
        .orElse(
            new Kind(
                TYPES.getOrDefault(type, Basic.TEXT), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));
  }

  static boolean fits(String type, Class<?> java) {
    return TYPES.get(type) == basic(java) && !(type.equals("long") && java == int.class);
  }

  static String named(Class<?> java) {
    return switch (basic(java)) {
      case TEXT -> "string";
      case YES_OR_NO -> "boolean";
      case NUMBER -> java == long.class ? "long" : "integer";
    };
  }

  static List<String> wordsOf(ReadsTable.Column column) {
    return column.type().isEnum()
        ? Stream.of(column.type().getEnumConstants()).map(word -> ((Enum<?>) word).name()).toList()
        : List.of(column.texts());
  }

  private static Basic basic(Class<?> java) {
    if (java == boolean.class) {
      return Basic.YES_OR_NO;
    }
    return Set.<Class<?>>of(int.class, long.class).contains(java) ? Basic.NUMBER : Basic.TEXT;
  }
}
