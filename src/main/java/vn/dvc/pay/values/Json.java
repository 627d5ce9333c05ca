package vn.dvc.pay.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads and writes JSON, with one set of rules for each author of the text: ourselves, a caller
 * under our contract, a peer whose answers may grow. Failures never quote the text.
 */
public final class Json {
  private static final JsonMapper OURS = JsonMapper.builder().build();

  /** A field given twice or a second document could mean one thing to us and another to others. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper TOLERANT =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /** Writes plain values: texts, numbers, lists, maps and records of them. */
  public static String write(Object value) {
    try {
      return OURS.writeValueAsString(value);
    } catch (JsonProcessingException quotesTheValue) {
      throw new IllegalArgumentException("A value that JSON cannot express");
    }
  }

  /** The same in UTF-8, to be sent. */
  public static byte[] bytes(Object value) {
    try {
      return OURS.writeValueAsBytes(value);
    } catch (JsonProcessingException quotesTheValue) {
      throw new IllegalArgumentException("A value that JSON cannot express");
    }
  }

  /** Reads what we wrote ourselves. */
  public static <T> T read(String written, TypeReference<T> type) {
    try {
      return OURS.readValue(written, type);
    } catch (JsonProcessingException quotesTheText) {
      throw new IllegalStateException("Stored JSON cannot be read");
    }
  }

  /** Reads a file of ours. The exception names the place of a mistake. */
  public static JsonNode readFile(byte[] file) throws IOException {
    return OURS.readTree(file);
  }

  /** Reads what others send under our contract; empty unless it is exactly one object. */
  public static Optional<JsonNode> object(byte[] sent) {
    try {
      return Optional.ofNullable(STRICT.readTree(sent)).filter(JsonNode::isObject);
    } catch (IOException quotesTheText) {
      return Optional.empty();
    }
  }

  /** The same of what was stored as it came. */
  public static Optional<JsonNode> object(String sent) {
    try {
      return Optional.ofNullable(STRICT.readTree(sent)).filter(JsonNode::isObject);
    } catch (IOException quotesTheText) {
      return Optional.empty();
    }
  }

  /** Reads a peer's answer, ignoring fields that we do not use; empty if it cannot be read. */
  public static <T> Optional<T> answer(byte[] sent, Class<T> type) {
    try {
      return sent == null ? Optional.empty() : Optional.ofNullable(TOLERANT.readValue(sent, type));
    } catch (IOException quotesTheText) {
      return Optional.empty();
    }
  }
}
