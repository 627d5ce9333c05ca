package vn.dvc.pay.web.api.registration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.JsonFields;

/** The changes to a registration that a payer requests through the portal. */
@RestController
@RequestMapping(path = "/api/v1/registrations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@ResponseStatus(HttpStatus.ACCEPTED)
class RegistrationActionApiController {
  private static final String LANGUAGE = HttpHeaders.ACCEPT_LANGUAGE;
  private final Registrations registrations;
  private final RegistrationViews views;

  RegistrationActionApiController(Registrations registrations, RegistrationViews views) {
    this.registrations = registrations;
    this.views = views;
  }

  @PostMapping("/confirm-name")
  RegistrationView confirmName(
      @PathVariable String id, @RequestHeader(name = LANGUAGE, required = false) String language) {
    return view(registrations.confirmName(RegistrationIds.known(id)), language);
  }

  @PostMapping(path = "/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
  RegistrationView resubmit(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = LANGUAGE, required = false) String language) {
    var known = RegistrationIds.known(id);
    var corrected = ApplicationReader.read(JsonFields.of(body));
    return view(registrations.resubmit(known, corrected), language);
  }

  @PostMapping("/withdraw")
  RegistrationView withdraw(
      @PathVariable String id, @RequestHeader(name = LANGUAGE, required = false) String language) {
    return view(registrations.withdraw(RegistrationIds.known(id)), language);
  }

  @PostMapping("/suspend")
  RegistrationView suspend(
      @PathVariable String id, @RequestHeader(name = LANGUAGE, required = false) String language) {
    return view(registrations.suspend(RegistrationIds.known(id)), language);
  }

  @PostMapping("/resume")
  RegistrationView resume(
      @PathVariable String id, @RequestHeader(name = LANGUAGE, required = false) String language) {
    return view(registrations.resume(RegistrationIds.known(id)), language);
  }

  @PostMapping("/terminate")
  RegistrationView terminate(
      @PathVariable String id, @RequestHeader(name = LANGUAGE, required = false) String language) {
    return view(registrations.terminate(RegistrationIds.known(id)), language);
  }

  private RegistrationView view(Registration registration, String language) {
    return views.of(registration, Messages.language(language));
  }
}
