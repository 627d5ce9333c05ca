package vn.dvc.pay.cases.record;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvc.pay.values.Json;

/** Stores the evidence of a case as JSON, in the order in which it was given. */
@Converter
class EvidenceConverter implements AttributeConverter<Map<String, String>, String> {
  @Override
  public String convertToDatabaseColumn(Map<String, String> evidence) {
    return Json.write(evidence);
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String text) {
    return Json.read(text, new TypeReference<LinkedHashMap<String, String>>() {});
  }
}
