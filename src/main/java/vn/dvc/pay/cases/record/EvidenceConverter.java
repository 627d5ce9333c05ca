package vn.dvc.pay.cases.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stores the evidence of a case as JSON, in the order in which it was given. */
@Converter
class EvidenceConverter implements AttributeConverter<Map<String, String>, String> {
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public String convertToDatabaseColumn(Map<String, String> evidence) {
    try {
      return json.writeValueAsString(evidence);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String text) {
    try {
      return json.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
