package vn.dvc.pay.web.pages.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.text.RefusedText;

/** What is wrong with the fields of a form, in the form's order. */
final class FieldErrors {
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Map<String, String> characters = new LinkedHashMap<>();

  void require(String field, String code, boolean right) {
    if (!right) {
      codes.put(field, code);
    }
  }

  void check(String field, String code, Runnable rule) {
    try {
      rule.run();
    } catch (RefusedText wrong) {
      add(field, code, wrong.character());
    }
  }

  /**
   * @param character the character that cannot be used, named instead of the code; may be null
   */
  void add(String field, String code, @Nullable String character) {
    codes.put(field, character == null ? code : "character-unusable");
    if (character != null) {
      characters.put(field, character);
    }
  }

  boolean isEmpty() {
    return codes.isEmpty();
  }

  /** The codes by field. */
  Map<String, String> codes() {
    return codes;
  }

  /** The characters to name, by field. */
  Map<String, String> characters() {
    return characters;
  }
}
