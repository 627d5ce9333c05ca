package vn.dvc.pay.web.pages.registration;

import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.web.SignedInPayer;

/**
 * The registrations that the signed-in payer may see. Another payer's registration is reported as
 * not found, exactly like one that does not exist.
 */
@Component
class OwnRegistrations {
  private final Registrations registrations;

  OwnRegistrations(Registrations registrations) {
    this.registrations = registrations;
  }

  Registration find(String id, SignedInPayer payer) {
    return registrations
        .find(parse(id))
        .filter(registration -> registration.payer().id().equals(payer.id()))
        .orElseThrow(() -> Problem.notFound("registration-not-found"));
  }

  private static RegistrationId parse(String id) {
    try {
      return RegistrationId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("registration-not-found");
    }
  }
}
