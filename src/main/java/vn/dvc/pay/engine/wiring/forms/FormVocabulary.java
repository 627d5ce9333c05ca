package vn.dvc.pay.engine.wiring.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.ModelFaults;

/**
 * The words of form files (bpmn-io's form schema) that the product's forms may use. What Tasklist
 * does not know it ignores, so that a misspelt "readonly" would let people write.
 */
final class FormVocabulary {
  private static final Set<String> FORM =
      Set.of(
          "id",
          "type",
          "schemaVersion",
          "components",
          "exporter",
          "executionPlatform",
          "executionPlatformVersion");
  private static final Set<String> FIELD =
      Set.of(
          "id",
          "type",
          "key",
          "label",
          "text",
          "content",
          "description",
          "disabled",
          "readonly",
          "validate",
          "values",
          "valuesExpression",
          "layout",
          "conditional",
          "appearance",
          "properties",
          "defaultValue",
          "searchable",
          "subtype",
          "dateLabel",
          "timeLabel",
          "timeSerializingFormat",
          "timeInterval",
          "use24h",
          "disallowPassedDates",
          "decimalDigits",
          "increment",
          "serializeToString",
          "height",
          "source",
          "alt");
  private static final Map<String, Set<String>> BELOW =
      Map.of(
          "validate",
          Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType"),
          "values",
          Set.of("label", "value"),
          "layout",
          Set.of("row", "columns"),
          "conditional",
          Set.of("hide"),
          "appearance",
          Set.of("prefixAdorner", "suffixAdorner"));

  private final Form form;
  private final ModelFaults faults;

  FormVocabulary(Form form, ModelFaults faults) {
    this.form = form;
    this.faults = faults;
  }

  void check() {
    words("", form.json(), FORM);
    for (var field : form.fields()) {
      words(field.id(), field.json(), FIELD);
      BELOW.forEach(
          (name, known) -> {
            var part = field.json().path(name);
            if (part.isArray()) {
              part.forEach(item -> words(field.id(), item, known));
            } else {
              words(field.id(), part, known);
            }
          });
    }
  }

  private void words(String place, JsonNode part, Set<String> known) {
    part.fieldNames()
        .forEachRemaining(
            word -> {
              if (!known.contains(word)) {
                faults.add(form.file(), place, "form-word", word, new TreeSet<>(known));
              }
            });
  }
}
