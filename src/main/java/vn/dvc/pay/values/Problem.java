package vn.dvc.pay.values;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvc.pay.values.text.RefusedText;

/**
 * A refused request: a stable code and facts that help the caller. Controllers turn it into a 4xx
 * response (RFC 9457) whose title comes from the Vietnamese and English resource files, key {@code
 * problem.<code>}. Never carries anything a payer typed into a card or OTP field.
 */
public class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final Map<String, Object> facts = new LinkedHashMap<>();

  public Problem(int status, String code) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static Problem notFound(String code) {
    return new Problem(404, code);
  }

  public static Problem conflict(String code) {
    return new Problem(409, code);
  }

  public static Problem invalid(String code) {
    return new Problem(422, code);
  }

  /** Names the field, and the character that it cannot have. */
  public Problem because(String field, RefusedText wrong) {
    facts.put("field", field);
    if (wrong.character() != null) {
      facts.put("character", wrong.character());
    }
    return this;
  }

  public Problem with(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> facts() {
    return Map.copyOf(facts);
  }
}
