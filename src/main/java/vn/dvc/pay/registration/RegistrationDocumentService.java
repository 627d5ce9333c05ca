package vn.dvc.pay.registration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.registration.account.PrintedForms;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** Serves the forms that were printed, the newest to the payer and any version to staff. */
@Component
class RegistrationDocumentService implements RegistrationDocuments {
  private final RegistrationRepository book;
  private final PrintedForms forms;

  RegistrationDocumentService(RegistrationRepository book, PrintedForms forms) {
    this.book = book;
    this.forms = forms;
  }

  @Override
  @Transactional(readOnly = true)
  public Document form(RegistrationId id, int version) {
    var row = book.find(id).orElseThrow(() -> Problem.notFound("registration-not-found"));
    return forms.of(row, version).orElseThrow(() -> Problem.notFound("form-not-found"));
  }

  @Transactional(readOnly = true)
  public Document newest(RegistrationId id) {
    var row = book.find(id).orElseThrow(() -> Problem.notFound("registration-not-found"));
    return forms
        .of(row, row.formVersion())
        .orElseThrow(() -> Problem.conflict("form-not-ready").with("status", row.status().word()));
  }
}
