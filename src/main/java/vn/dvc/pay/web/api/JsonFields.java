package vn.dvc.pay.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Json;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.values.text.TextLine;

/**
 * Reads a JSON object of a request strictly: every value must have the type given in the contract.
 * A refusal names the field but never its value. Unknown fields are ignored.
 */
public final class JsonFields {
  private final JsonNode node;
  private final String path;

  private JsonFields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  public static JsonFields of(byte[] body) {
    return Json.object(body)
        .map(root -> new JsonFields(root, ""))
        .orElseThrow(() -> new Problem(400, "malformed-json"));
  }

  /** A line of text in its one spelling; refused if it is blank or cannot be printed. */
  public String text(String name, int longest) {
    return line(required(name), name, longest);
  }

  public @Nullable String textOrNull(String name, int longest) {
    return isThere(name) ? text(name, longest) : null;
  }

  /** Free text of any length; null if absent or blank. */
  public @Nullable String freeTextOrNull(String name) {
    if (!isThere(name) || node.get(name).isTextual() && node.get(name).textValue().isBlank()) {
      return null;
    }
    return text(name, Integer.MAX_VALUE);
  }

  /** A text that we pass on without looking inside it. */
  public String sealed(String name) {
    var text = required(name);
    if (!text.isTextual()) {
      throw invalid(name);
    }
    return text.textValue();
  }

  public @Nullable LocalDate dateOrNull(String name) {
    if (!isThere(name)) {
      return null;
    }
    try {
      return LocalDate.parse(text(name, 10));
    } catch (DateTimeParseException notADay) {
      throw Problem.invalid("due-date-invalid").with("field", path + name);
    }
  }

  /**
   * An amount in whole dong, written as an integer: not as a string, without a fraction or an
   * exponent.
   */
  public Money amount(String name) {
    var amount = required(name);
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() <= 0) {
      throw Problem.invalid("amount-invalid").with("field", path + name);
    }
    return Money.dong(amount.longValue());
  }

  public <E extends Enum<E>> E word(String name, Class<E> words) {
    var text = text(name, 40);
    for (var word : words.getEnumConstants()) {
      if (word.name().equals(text)) {
        return word;
      }
    }
    throw invalid(name);
  }

  public JsonFields object(String name) {
    var object = required(name);
    if (!object.isObject()) {
      throw invalid(name);
    }
    return new JsonFields(object, path + name + ".");
  }

  public JsonFields objectOrNull(String name) {
    return isThere(name) ? object(name) : null;
  }

  /**
   * @param tooMany the code for refusing more than {@code most} elements; the refusal names that
   *     limit
   */
  public List<JsonFields> objects(String name, int most, String tooMany) {
    var objects = new ArrayList<JsonFields>();
    for (var element : array(name, most, tooMany)) {
      var place = path + name + "[" + objects.size() + "]";
      if (!element.isObject()) {
        throw Problem.invalid("field-invalid").with("field", place);
      }
      objects.add(new JsonFields(element, place + "."));
    }
    return objects;
  }

  /**
   * @param longest the maximum length of one text
   * @param tooMany the code for refusing more than {@code most} elements; the refusal names that
   *     limit
   */
  public List<String> texts(String name, int longest, int most, String tooMany) {
    var texts = new ArrayList<String>();
    for (var element : array(name, most, tooMany)) {
      texts.add(line(element, name + "[" + texts.size() + "]", longest));
    }
    return texts;
  }

  private JsonNode array(String name, int most, String tooMany) {
    var array = required(name);
    if (!array.isArray()) {
      throw invalid(name);
    }
    if (array.size() > most) {
      throw Problem.invalid(tooMany).with("field", path + name).with("most", most);
    }
    return array;
  }

  private boolean isThere(String name) {
    return node.hasNonNull(name);
  }

  private JsonNode required(String name) {
    if (!isThere(name)) {
      throw Problem.invalid("field-missing").with("field", path + name);
    }
    return node.get(name);
  }

  private Problem invalid(String name) {
    return Problem.invalid("field-invalid").with("field", path + name);
  }

  private String line(JsonNode text, String name, int longest) {
    if (!text.isTextual()) {
      throw invalid(name);
    }
    try {
      return TextLine.of(text.textValue(), longest).text();
    } catch (RefusedText wrong) {
      throw Problem.invalid("field-invalid").because(path + name, wrong);
    }
  }
}
