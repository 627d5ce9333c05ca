package vn.dvc.pay.web.api.registration;

import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** Reads the registration id in a path. */
public final class RegistrationIds {

  private RegistrationIds() {}

  /** A malformed id gets the same answer as an unknown registration. */
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
