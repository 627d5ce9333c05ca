package vn.dvc.pay.registration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.registration.account.PrintedForms;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** Serves printed forms: the newest to the payer, any version to staff. */
@Component
class RegistrationDocumentService implements RegistrationDocuments {
  private final RegistrationRepository registrations;
  private final PrintedForms forms;

  RegistrationDocumentService(RegistrationRepository registrations, PrintedForms forms) {
    this.registrations = registrations;
    this.forms = forms;
  }

  @Override
  @Transactional(readOnly = true)
  public Document form(RegistrationId id, int paper) {
    var registration =
        registrations.find(id).orElseThrow(() -> Problem.notFound("registration-not-found"));
    return forms.of(registration, paper).orElseThrow(() -> Problem.notFound("form-not-found"));
  }

  @Transactional(readOnly = true)
  public Document newest(RegistrationId id) {
    var registration =
        registrations.find(id).orElseThrow(() -> Problem.notFound("registration-not-found"));
    return forms
        .of(registration, registration.paper())
        .orElseThrow(
            () ->
                Problem.conflict("form-not-ready")
                    .with("registrationStatus", registration.status().word()));
  }

  /** Printed on request, therefore outside a transaction. */
  public Document inEnglish(RegistrationId id) {
    return forms.inEnglish(id).orElseThrow(() -> Problem.conflict("form-not-ready"));
  }
}
