package vn.dvc.pay.web.api.registration;

import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** Reads a registration's id from an address. */
public final class RegistrationIds {

  private RegistrationIds() {}

  /** What cannot be an id is a registration that we do not know. */
  public static RegistrationId known(String id) {
    try {
      return RegistrationId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw notFound();
    }
  }

  static Problem notFound() {
    return Problem.notFound("registration-not-found");
  }
}
