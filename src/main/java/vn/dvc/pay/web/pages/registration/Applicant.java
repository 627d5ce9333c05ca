package vn.dvc.pay.web.pages.registration;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;

/** Asks the portal who applies. Where it does not answer, the form still opens, and says so. */
@Component
class Applicant {
  private final Profiles profiles;

  Applicant(@Lazy Profiles profiles) {
    this.profiles = profiles;
  }

  Sheet sheet(SignedInPayer payer) {
    try {
      return profiles
          .of(payer.id())
          .map(profile -> new Sheet(Move.START_ANEW, null, profile, null))
          .orElseGet(() -> bySession(payer.payer(), "profile-not-found"));
    } catch (Problem unavailable) {
      return bySession(payer.payer(), unavailable.code());
    }
  }

  private static Sheet bySession(Payer payer, String problem) {
    var known = new Profile(payer, null, null, null, null);
    return new Sheet(Move.START_ANEW, null, known, problem);
  }
}
