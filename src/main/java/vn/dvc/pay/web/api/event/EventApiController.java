package vn.dvc.pay.web.api.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.notification.EventLog;
import vn.dvc.pay.notification.EventLog.Entry;
import vn.dvc.pay.values.Json;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.api.Link;

/** Through this a portal that missed webhooks catches up, and has one sent again. */
@RestController
@RequestMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
class EventApiController {
  private final EventLog log;

  EventApiController(EventLog log) {
    this.log = log;
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
    if (after < 0 || limit < 1 || limit > EventLog.MOST) {
      throw new Problem(400, "parameter-invalid").with("parameter", after < 0 ? "after" : "limit");
    }
    var page = log.after(after, limit);
    return new Page(
        page.events().stream().map(EventApiController::view).toList(),
        Long.toString(page.next()),
        Link.Links.to("/api/v1/events"));
  }

  @PostMapping("/{id}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Object> resend(@PathVariable String id) {
    return view(log.resend(known(id)));
  }

  /** The event as it is sent, and whether the portal took it. */
  private static Map<String, Object> view(Entry event) {
    var view =
        new LinkedHashMap<>(Json.read(event.body(), new TypeReference<Map<String, Object>>() {}));
    view.put("deliveredAt", event.deliveredAt());
    return view;
  }

  private static UUID known(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("event-not-found");
    }
  }

  record Page(
      List<Map<String, Object>> events, String next, @JsonProperty("_links") Link.Links links) {}
}
