package vn.dvc.pay.web.api.registration;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.Explanation;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.StatusChange;

/** Builds the API's view of a registration in the caller's language. */
@Component
class RegistrationViews {
  private final Messages messages;

  RegistrationViews(Messages messages) {
    this.messages = messages;
  }

  static String path(Registration registration) {
    return "/api/v1/registrations/" + registration.id();
  }

  RegistrationView of(Registration registration, Locale language) {
    var status = registration.status().word();
    var application = registration.application();
    var account = application.account();
    return new RegistrationView(
        registration.id().text(),
        registration.id().reference().toString(),
        registration.version(),
        registration.formSha256() == null ? null : registration.paper(),
        status,
        messages.status("registration", status, language),
        registration.reason(),
        explained(registration.reason(), language),
        registration.note(),
        registration.payer(),
        registration.address(),
        new RegistrationView.Account(account.bank(), account.number(), application.holder()),
        registration.nameDiffers(),
        registration.nameDiffers() ? registration.holderAtBank() : null,
        application.branch(),
        application.contact(),
        application.representative(),
        registration.formSha256(),
        registration.handInBy(),
        registration.createdAt(),
        registration.replaces() == null ? null : registration.replaces().text(),
        registration.history().stream()
            .map(change -> new StatusChange(change.status().word(), change.at()))
            .toList(),
        Link.Links.to(path(registration)));
  }

  private Explanation explained(String reason, Locale language) {
    return reason == null
        ? null
        : new Explanation(
            messages.reasonTitle(reason, language), messages.nextStep(reason, null, language));
  }
}
