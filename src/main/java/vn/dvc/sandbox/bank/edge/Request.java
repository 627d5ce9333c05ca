package vn.dvc.sandbox.bank.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.signing.SignedParts;

/**
 * A request as received, not yet verified.
 *
 * @param json its body; null if that was not JSON
 */
record Request(
    SandboxSettings.Bank bank,
    SandboxOperation operation,
    UUID attemptInPath,
    SignedParts envelope,
    @Nullable JsonNode json,
    Instant at) {

  private static final int MAX_BYTES = 64 * 1024;

  static Request read(
      SandboxSettings.Bank bank,
      SandboxOperation operation,
      UUID attemptInPath,
      HttpServletRequest http,
      ObjectMapper mapper)
      throws IOException {
    Instant at = Instant.now();
    byte[] body = http.getInputStream().readNBytes(MAX_BYTES);
    SignedParts envelope =
        new SignedParts(
            http.getMethod(),
            http.getRequestURI().substring(("/banks/" + bank.bin()).length()),
            body,
            header(http, "Dvc-Call"),
            header(http, "Dvc-Time"),
            header(http, "Dvc-Nonce"),
            header(http, "Dvc-Signature"));
    return new Request(bank, operation, attemptInPath, envelope, json(body, mapper), at);
  }

  JournalEntry.Received received(@Nullable String refused, @Nullable Fault fault) {
    return new JournalEntry.Received(
        bank.bin(),
        operation,
        attemptRef(),
        uuid(envelope.call()),
        at,
        envelope.nonce(),
        refused,
        fault,
        false);
  }

  /** The attempt that it refers to; null if it names none. */
  @Nullable UUID attemptRef() {
    return attemptInPath != null ? attemptInPath : uuid(text("attemptRef"));
  }

  private @Nullable String text(String field) {
    return json == null ? null : json.path(field).textValue();
  }

  private static @Nullable JsonNode json(byte[] body, ObjectMapper mapper) {
    try {
      return body.length == 0 ? null : mapper.readTree(body);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String header(HttpServletRequest http, String name) {
    String value = http.getHeader(name);
    return value == null || value.length() > 8192 ? "" : value;
  }
}
