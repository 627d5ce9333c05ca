package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed request for an action.
 *
 * @param amount null if no money is to move
 */
public record Call(
    SandboxOperation operation,
    UUID attemptRef,
    UUID callRef,
    Instant validUntil,
    @Nullable Long amount,
    JsonNode body) {

  /** Parses a request's body, which must refer to the attempt in the request's path. */
  public static Call read(SandboxOperation operation, UUID inPath, JsonNode body)
      throws BadRequest {
    if (body == null || !body.isObject()) {
      throw new BadRequest("the body is not a JSON object");
    }
    RequestFields fields = new RequestFields(body);
    UUID attemptRef = fields.uuid("attemptRef");
    if (inPath != null && !inPath.equals(attemptRef)) {
      throw new BadRequest("attemptRef differs from the one in the path");
    }
    boolean money =
        operation.needsAmount() || (operation == SandboxOperation.TOMBSTONE && body.has("amount"));
    Call call =
        new Call(
            operation,
            attemptRef,
            fields.uuid("callRef"),
            fields.time("validUntil"),
            money ? fields.dong() : null,
            body);
    call.demand(fields);
    return call;
  }

  public String text(String field) {
    return body.path(field).textValue();
  }

  private void demand(RequestFields fields) throws BadRequest {
    switch (operation) {
      case AUTHORISE -> {
        fields.texts("payment", "challenge", "sealedCard");
        fields.linesOf(amount);
      }
      case OTP -> fields.texts("payment", "challenge", "sealedOtp");
      case ENQUIRY -> fields.account();
      case MANDATE -> {
        fields.account();
        fields.texts("holder", "identityNumber");
        fields.matching("registration", "R[0-9A-Fa-f]{32}");
        fields.matching("formSha256", "[0-9a-f]{64}");
      }
      case END_MANDATE -> fields.texts("mandate");
      case DEBIT -> {
        fields.account();
        fields.texts("payment", "mandate");
        fields.linesOf(amount);
      }
      case REVERSAL -> {
        fields.original();
        fields.matching("reason", "(?s).{1,200}");
      }
      default -> {
        // These have no fields beyond those of every call.
      }
    }
  }

  /** Why a request cannot be understood; never quotes its contents. */
  public static final class BadRequest extends Exception {
    public BadRequest(String message) {
      super(message);
    }
  }
}
