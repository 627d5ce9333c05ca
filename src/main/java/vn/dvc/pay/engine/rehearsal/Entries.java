package vn.dvc.pay.engine.rehearsal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.values.Json;

/** What a person could enter in a form: each of the words it offers, or some text. */
record Entries(Map<String, Map<String, List<String>>> byForm) {
  private static final List<String> TEXT = List.of("…");

  static Entries of(Map<String, byte[]> files) {
    Map<String, Map<String, List<String>>> entries = new HashMap<>();
    files.forEach(
        (file, bytes) -> {
          if (file.endsWith(".form")) {
            var form = form(file, bytes);
            entries.put(form.id(), fields(form));
          }
        });
    return new Entries(entries);
  }

  Map<String, List<String>> of(String form) {
    return byForm.getOrDefault(form, Map.of());
  }

  private static Map<String, List<String>> fields(Form form) {
    Map<String, List<String>> fields = new HashMap<>();
    for (var field : form.fields()) {
      if (!field.key().isEmpty() && !field.isShownOnly()) {
        fields.put(field.key(), field.words().isEmpty() ? TEXT : List.copyOf(field.words()));
      }
    }
    return fields;
  }

  private static Form form(String file, byte[] bytes) {
    try {
      return new Form(file, Json.readFile(bytes));
    } catch (IOException checkedBefore) {
      throw new IllegalStateException("A form that was checked cannot be read", checkedBefore);
    }
  }
}
