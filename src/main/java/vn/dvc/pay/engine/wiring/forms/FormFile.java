package vn.dvc.pay.engine.wiring.forms;

import java.util.HashSet;
import java.util.Set;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.ModelFaults;

/** A form by itself: its name, and fields that Tasklist can show. */
final class FormFile {
  private static final Set<String> SHOWN = Set.of("text", "html", "separator", "spacer", "image");
  private static final Set<String> ENTERED =
      Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");
  private static final Set<String> CHOICES = Set.of("radio", "select");

  /** What the Tasklist of this engine can show. */
  private static final int SCHEMA = 18;

  private final Form form;
  private final ModelFaults faults;

  FormFile(Form form, ModelFaults faults) {
    this.form = form;
    this.faults = faults;
  }

  void check() {
    if (!form.file().endsWith(form.id() + ".form") || form.id().isEmpty()) {
      faults.add(form.file(), form.id(), "form-file", form.id());
    }
    if (!form.json().path("type").asText().equals("default")) {
      faults.add(form.file(), "", "form-type", form.json().path("type").asText());
    }
    var schema = form.json().path("schemaVersion");
    if (!schema.isInt() || schema.asInt() > SCHEMA || schema.asInt() < 1) {
      faults.add(form.file(), "", "form-schema", schema.asText(), SCHEMA);
    }
    Set<String> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (var field : form.fields()) {
      if (field.id().isEmpty() || !ids.add(field.id())) {
        faults.add(form.file(), field.id(), "field-id", field.id());
      }
      field(field, keys);
    }
    if (form.fields().isEmpty()) {
      faults.add(form.file(), "", "form-empty");
    }
  }

  private void field(Form.Field field, Set<String> keys) {
    if (SHOWN.contains(field.type())) {
      if (field.type().equals("text") && field.json().path("text").asText().isBlank()) {
        faults.add(form.file(), field.id(), "text-empty");
      }
      return;
    }
    if (!ENTERED.contains(field.type())) {
      faults.add(form.file(), field.id(), "field-type", field.type(), ENTERED);
      return;
    }
    if (field.key().isBlank()) {
      faults.add(form.file(), field.id(), "field-without-key");
    } else if (!keys.add(field.key())) {
      faults.add(form.file(), field.id(), "field-twice", field.key());
    }
    if (field.json().path("label").asText().isBlank()) {
      faults.add(form.file(), field.id(), "field-without-label");
    }
    if (CHOICES.contains(field.type())) {
      choice(field);
    }
  }

  private void choice(Form.Field field) {
    boolean computed = !field.json().path("valuesExpression").asText().isBlank();
    if (!FieldTexts.areChoicesReadable(field)) {
      faults.add(form.file(), field.id(), "choices-unreadable");
    }
    if (!computed && field.words().isEmpty()) {
      faults.add(form.file(), field.id(), "no-choices");
    }
    if (!field.json().path("validate").path("required").asBoolean()) {
      faults.add(form.file(), field.id(), "choice-optional");
    }
    Set<String> words = new HashSet<>();
    field
        .json()
        .path("values")
        .forEach(
            value -> {
              var word = value.path("value").asText();
              if (word.isBlank() || !words.add(word)) {
                faults.add(form.file(), field.id(), "choice-twice", word);
              }
              if (value.path("label").asText().isBlank()) {
                faults.add(form.file(), field.id(), "choice-without-label", word);
              }
            });
  }
}
