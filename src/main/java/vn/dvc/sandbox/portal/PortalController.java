package vn.dvc.sandbox.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dvc.sandbox.signing.AppKeys;

/** The portal as DVC Pay sees it: payers' profiles, and the endpoint for events. */
@RestController
@RequestMapping("/portal")
class PortalController {

  private static final int MAX_BYTES = 256 * 1024;

  private final SandboxPortalSettings settings;
  private final AppKeys keys;
  private final WebhookInbox inbox;
  private final ObjectMapper json;

  PortalController(
      SandboxPortalSettings settings, AppKeys keys, WebhookInbox inbox, ObjectMapper json) {
    this.settings = settings;
    this.keys = keys;
    this.inbox = inbox;
    this.json = json;
  }

  @GetMapping("/profiles/{id}")
  SandboxPortalSettings.Profile profile(@PathVariable String id) {
    return settings
        .profile(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nobody has this id"));
  }

  @PostMapping("/webhooks")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void receive(
      @RequestHeader(name = "Dvc-Signature", defaultValue = "") String signature,
      HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES);
    JsonNode event = event(body);
    switch (keys.check(signature, body)) {
      case VALID -> inbox.add(new WebhookInbox.Delivery(Instant.now(), true, event));
      case WRONG -> {
        inbox.add(new WebhookInbox.Delivery(Instant.now(), false, event));
        throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Dvc-Signature is not valid");
      }
      // The event could not be verified, so it must be sent again.
      case KEYS_UNAVAILABLE ->
          throw new ResponseStatusException(
              HttpStatus.SERVICE_UNAVAILABLE, "The sender's keys cannot be had now");
    }
  }

  private JsonNode event(byte[] body) {
    try {
      JsonNode event = json.readTree(body);
      if (event != null && event.isObject()) {
        return event;
      }
    } catch (IOException e) {
      // Reported below.
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is not a JSON object");
  }
}
