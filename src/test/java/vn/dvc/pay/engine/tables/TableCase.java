package vn.dvc.pay.engine.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one row of a table is to decide for some inputs: {@code row | inputs | outputs}. */
record TableCase(
    String table, String row, Map<String, Object> inputs, Map<String, String> outputs) {

  static List<TableCase> of(Path folder, String table) {
    try {
      return Files.readAllLines(folder.resolve(table + ".cases")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> of(table, line.split("\\s*\\|\\s*")))
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static TableCase of(String table, String[] parts) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    texts(parts[1]).forEach((name, text) -> inputs.put(name, value(name, text)));
    return new TableCase(table, parts[0].strip(), inputs, texts(parts[2]));
  }

  private static Map<String, String> texts(String part) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (var each : part.strip().split("\\s+")) {
      var at = each.indexOf('=');
      texts.put(each.substring(0, at), each.substring(at + 1));
    }
    return texts;
  }

  /** As the program gives it: amounts are numbers, a bank's code is a text. */
  private static Object value(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return name.equals("amount") ? Long.valueOf(text) : text;
  }

  @Override
  public String toString() {
    return table + " " + row + " " + inputs;
  }
}
