package vn.dvc.pay.engine.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A form file of the Modeler. */
public record Form(String file, JsonNode json) {

  public String id() {
    return json.path("id").asText();
  }

  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    json.path("components").forEach(component -> fields.add(new Field(component)));
    return fields;
  }

  /** One component of a form: a text to read, or a field with a variable. */
  public record Field(JsonNode json) {

    public String id() {
      return json.path("id").asText();
    }

    public String type() {
      return json.path("type").asText();
    }

    public String key() {
      return json.path("key").asText();
    }

    public boolean isShownOnly() {
      return json.path("disabled").asBoolean() || json.path("readonly").asBoolean();
    }

    /** The words one may choose from; empty if the form computes them or offers no choice. */
    public Set<String> words() {
      Set<String> words = new TreeSet<>();
      StreamSupport.stream(json.path("values").spliterator(), false)
          .forEach(value -> words.add(value.path("value").asText()));
      return words;
    }
  }
}
