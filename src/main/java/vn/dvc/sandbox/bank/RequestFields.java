package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The fields of a request's body, each validated as the contract requires. */
record RequestFields(JsonNode body) {

  UUID uuid(String field) throws Call.BadRequest {
    return uuid(body.path(field), field);
  }

  Instant time(String field) throws Call.BadRequest {
    try {
      return OffsetDateTime.parse(body.path(field).asText()).toInstant();
    } catch (DateTimeException e) {
      throw new Call.BadRequest(field + " is not a time");
    }
  }

  long dong() throws Call.BadRequest {
    JsonNode amount = body.path("amount");
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 1) {
      throw new Call.BadRequest("amount is not a positive whole number");
    }
    if (!"VND".equals(body.path("currency").textValue())) {
      throw new Call.BadRequest("currency is not VND");
    }
    return amount.longValue();
  }

  void texts(String... fields) throws Call.BadRequest {
    for (String field : fields) {
      String value = body.path(field).textValue();
      if (value == null || value.isEmpty() || value.length() > 4096) {
        throw new Call.BadRequest(field + " is missing or too long");
      }
    }
  }

  void account() throws Call.BadRequest {
    matching("account", "[0-9A-Z]{6,19}");
  }

  void matching(String field, String pattern) throws Call.BadRequest {
    String value = body.path(field).textValue();
    if (value == null || !value.matches(pattern)) {
      throw new Call.BadRequest(field + " is missing or not as the contract has it");
    }
  }

  void linesOf(long amount) throws Call.BadRequest {
    JsonNode lines = body.path("lines");
    long sum = 0;
    for (JsonNode line : lines) {
      if (!line.path("amount").isIntegralNumber() || !line.path("beneficiary").isObject()) {
        throw new Call.BadRequest("a line lacks its amount or beneficiary");
      }
      sum += line.path("amount").longValue();
    }
    if (!lines.isArray() || sum != amount) {
      throw new Call.BadRequest("the lines do not add up to the amount");
    }
  }

  void original() throws Call.BadRequest {
    JsonNode original = body.path("original");
    if (original.hasNonNull("attemptRef") == original.hasNonNull("collection")) {
      throw new Call.BadRequest("original names not exactly one of attemptRef and collection");
    }
    if (original.hasNonNull("attemptRef")) {
      uuid(original.path("attemptRef"), "original.attemptRef");
    }
  }

  private static UUID uuid(JsonNode value, String field) throws Call.BadRequest {
    try {
      return UUID.fromString(value.asText());
    } catch (IllegalArgumentException e) {
      throw new Call.BadRequest(field + " is not a UUID");
    }
  }
}
