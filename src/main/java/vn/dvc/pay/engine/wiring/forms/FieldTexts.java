package vn.dvc.pay.engine.wiring.forms;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.wiring.Form;

/** Where the texts of a field name variables. */
final class FieldTexts {
  private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  /** The one way to compute choices: a line each, word and label. */
  private static final Pattern CHOICES =
      Pattern.compile(
          "=for line in split\\((\\w+), \"\\\\n\"\\) return "
              + "\\{ value: substring before\\(line, \"=\"\\), label: substring after\\(line, \"=\"\\) }");

  private FieldTexts() {}

  static Set<String> variables(Form.Field field) {
    Set<String> names = new TreeSet<>();
    for (var part : List.of("text", "label", "description")) {
      SHOWN
          .matcher(field.json().path(part).asText())
          .results()
          .forEach(found -> names.add(found.group(1)));
    }
    var choices = CHOICES.matcher(computed(field));
    if (choices.matches()) {
      names.add(choices.group(1));
    }
    return names;
  }

  static boolean areChoicesReadable(Form.Field field) {
    return computed(field).isBlank() || CHOICES.matcher(computed(field)).matches();
  }

  private static String computed(Form.Field field) {
    return field.json().path("valuesExpression").asText();
  }
}
