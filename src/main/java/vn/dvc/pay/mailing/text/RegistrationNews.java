package vn.dvc.pay.mailing.text;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;

/** What a message about a registration says, read when it is sent. The account is not among it. */
@Component
class RegistrationNews {
  private static final Map<MailingKind, RegistrationStatus> TRUE_WHILE =
      Map.of(
          MailingKind.REGISTRATION_APPROVED, RegistrationStatus.REGISTERED,
          MailingKind.REGISTRATION_REJECTED, RegistrationStatus.REJECTED,
          MailingKind.REGISTRATION_RETURNED, RegistrationStatus.RETURNED,
          MailingKind.FORM_REMINDER, RegistrationStatus.AWAITING_FORM);

  private final Registrations registrations;

  RegistrationNews(Registrations registrations) {
    this.registrations = registrations;
  }

  /** Empty if it is not true any more. */
  Optional<Map<String, String>> of(MailingKind kind, String subject) {
    return registrations
        .find(RegistrationId.of(subject))
        .filter(registration -> registration.status() == TRUE_WHILE.get(kind))
        .map(RegistrationNews::facts);
  }

  private static Map<String, String> facts(Registration registration) {
    var facts = new TreeMap<String, String>();
    facts.put("reference", ShortReference.of(registration.id()).toString());
    if (registration.handInBy() != null) {
      facts.put("until", VietnamTime.formatter("dd/MM/yyyy HH:mm").format(registration.handInBy()));
    }
    return facts;
  }
}
