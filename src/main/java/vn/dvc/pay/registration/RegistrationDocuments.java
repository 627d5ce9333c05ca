package vn.dvc.pay.registration;

import vn.dvc.pay.documents.Document;
import vn.dvc.pay.values.RegistrationId;

/** The printed forms of a registration, for staff who review one version of it. */
public interface RegistrationDocuments {

  /**
   * The form of this version, always the same bytes.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-found, form-not-found (404)
   */
  Document form(RegistrationId id, int version);
}
