package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A well-formed request that asks for something to be done. */
record Call(
    Operation operation,
    UUID attemptRef,
    UUID callRef,
    Instant validUntil,
    long amount,
    JsonNode body) {

  /** Reads a request's body, which has to speak of the attempt in its path. */
  static Call read(Operation operation, UUID inPath, JsonNode body) throws BadRequest {
    if (body == null || !body.isObject()) {
      throw new BadRequest("the body is not a JSON object");
    }
    UUID attemptRef = uuid(body, "attemptRef");
    if (inPath != null && !inPath.equals(attemptRef)) {
      throw new BadRequest("attemptRef differs from the one in the path");
    }
    JsonNode amount = body.path("amount");
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 1) {
      throw new BadRequest("amount is not a positive whole number");
    }
    if (!"VND".equals(body.path("currency").textValue())) {
      throw new BadRequest("currency is not VND");
    }
    Call call =
        new Call(
            operation,
            attemptRef,
            uuid(body, "callRef"),
            time(body, "validUntil"),
            amount.longValue(),
            body);
    call.demandFields();
    return call;
  }

  String text(String field) {
    return body.path(field).textValue();
  }

  private void demandFields() throws BadRequest {
    if (operation == Operation.AUTHORISE) {
      demand("payment", "challenge", "sealedCard");
      demandLines();
    } else if (operation == Operation.OTP) {
      demand("payment", "challenge", "sealedOtp");
    }
  }

  private void demand(String... fields) throws BadRequest {
    for (String field : fields) {
      String value = text(field);
      if (value == null || value.isEmpty() || value.length() > 4096) {
        throw new BadRequest(field + " is missing or too long");
      }
    }
  }

  private void demandLines() throws BadRequest {
    JsonNode lines = body.path("lines");
    long sum = 0;
    for (JsonNode line : lines) {
      if (!line.path("amount").isIntegralNumber() || !line.path("beneficiary").isObject()) {
        throw new BadRequest("a line lacks its amount or beneficiary");
      }
      sum += line.path("amount").longValue();
    }
    if (!lines.isArray() || sum != amount) {
      throw new BadRequest("the lines do not add up to the amount");
    }
  }

  private static UUID uuid(JsonNode body, String field) throws BadRequest {
    try {
      return UUID.fromString(body.path(field).asText());
    } catch (IllegalArgumentException e) {
      throw new BadRequest(field + " is not a UUID");
    }
  }

  private static Instant time(JsonNode body, String field) throws BadRequest {
    try {
      return OffsetDateTime.parse(body.path(field).asText()).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequest(field + " is not a time");
    }
  }

  /** Why a request cannot be understood; never quotes what it holds. */
  static final class BadRequest extends Exception {
    BadRequest(String message) {
      super(message);
    }
  }
}
