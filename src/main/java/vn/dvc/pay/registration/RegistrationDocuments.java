package vn.dvc.pay.registration;

import vn.dvc.pay.documents.Document;
import vn.dvc.pay.values.RegistrationId;

/** The printed forms of a registration, for staff who review one of them. */
public interface RegistrationDocuments {

  /**
   * The form with this number, always the same bytes.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-found, form-not-found (404)
   */
  Document form(RegistrationId id, int paper);
}
