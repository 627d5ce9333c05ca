package vn.dvc.pay.web.api.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.JsonFields;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.PayerReader;
import vn.dvc.pay.web.idempotency.IdempotentRegistrationStart;

/** Through this the portal registers payers' accounts and queries the registrations' status. */
@RestController
@RequestMapping(path = "/api/v1/registrations", produces = MediaType.APPLICATION_JSON_VALUE)
class RegistrationApiController {
  private final Registrations registrations;
  private final IdempotentRegistrationStart starts;
  private final RegistrationViews views;

  RegistrationApiController(
      Registrations registrations, IdempotentRegistrationStart starts, RegistrationViews views) {
    this.registrations = registrations;
    this.starts = starts;
    this.views = views;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RegistrationView> start(
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
      Principal client) {
    var fields = JsonFields.of(body);
    var payer = PayerReader.read(fields.object("payer"));
    return answer(
        starts.start(client.getName(), key, payer, ApplicationReader.read(fields)), language);
  }

  @PostMapping(path = "/{id}/change-account", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RegistrationView> changeAccount(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
      Principal client) {
    var old = RegistrationIds.known(id);
    var application = ApplicationReader.read(JsonFields.of(body));
    return answer(starts.changeAccount(client.getName(), key, old, application), language);
  }

  @GetMapping("/{id}")
  RegistrationView get(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var registration =
        registrations.find(RegistrationIds.known(id)).orElseThrow(RegistrationIds::notFound);
    return views.of(registration, Messages.language(language));
  }

  @GetMapping
  Page list(
      @RequestParam String payer,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var asked = PayerReader.asked(payer);
    var spoken = Messages.language(language);
    return new Page(
        registrations.ofPayer(asked).stream().map(each -> views.of(each, spoken)).toList(),
        Link.Links.to("/api/v1/registrations"));
  }

  private ResponseEntity<RegistrationView> answer(
      IdempotentRegistrationStart.Started started, String language) {
    var registration = started.registration();
    return ResponseEntity.status(started.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create(RegistrationViews.path(registration)))
        .body(views.of(registration, Messages.language(language)));
  }

  /** A payer's registrations, newest first. */
  record Page(List<RegistrationView> registrations, @JsonProperty("_links") Link.Links links) {}
}
