package vn.dvc.sandbox.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes SMS to anybody, in memory; an id that it took before is the same message. */
@RestController
class SmsGateway {
  private final Map<String, Sms> received = new LinkedHashMap<>();

  @PostMapping("/sms")
  @ResponseStatus(HttpStatus.ACCEPTED)
  synchronized void take(@RequestBody Order order) {
    if (order.id() == null || order.to() == null || order.text() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id, to and text are needed");
    }
    if (!order.to().matches("\\+84[0-9]{9}")) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "no such number");
    }
    received.putIfAbsent(order.id(), new Sms(Instant.now(), order.to(), order.text()));
  }

  /** Newest first. */
  synchronized List<Sms> received() {
    var newestFirst = new ArrayList<>(received.values());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** What is to be sent. */
  record Order(String id, String to, String text) {}

  /** As its reader sees it. */
  public record Sms(Instant at, String to, String text) {}
}
