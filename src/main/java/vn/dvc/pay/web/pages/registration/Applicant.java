package vn.dvc.pay.web.pages.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.portal.Profiles.Representative;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;

/**
 * Asks the portal who is applying. If the portal does not answer, the form still opens and says so.
 */
@Component
class Applicant {
  private final Profiles profiles;

  Applicant(Profiles profiles) {
    this.profiles = profiles;
  }

  /** For a first registration. */
  FormPurpose sheet(SignedInPayer payer) {
    try {
      return profiles
          .of(payer.id())
          .map(profile -> new FormPurpose(RegistrationAction.START_ANEW, null, profile, null))
          .orElseGet(() -> bySession(payer.payer(), "profile-not-found"));
    } catch (Problem unavailable) {
      return bySession(payer.payer(), unavailable.code());
    }
  }

  /** For an existing registration: the payer stays the same, only the signatory is asked for. */
  FormPurpose sheet(RegistrationAction move, Registration registration) {
    var payer = registration.payer();
    var signs = payer.kind() == Payer.Kind.ORGANISATION ? signingFor(payer) : null;
    var profile = new Profile(payer, null, null, registration.address(), signs);
    return new FormPurpose(move, registration, profile, null);
  }

  private @Nullable Representative signingFor(Payer payer) {
    try {
      return profiles.of(payer.id()).map(Profile::representative).orElse(null);
    } catch (Problem unavailable) {
      return null;
    }
  }

  private static FormPurpose bySession(Payer payer, String problem) {
    var known = new Profile(payer, null, null, null, null);
    return new FormPurpose(RegistrationAction.START_ANEW, null, known, problem);
  }
}
