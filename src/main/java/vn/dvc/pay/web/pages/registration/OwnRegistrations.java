package vn.dvc.pay.web.pages.registration;

import static vn.dvc.pay.registration.RegistrationStatus.EXPIRED;
import static vn.dvc.pay.registration.RegistrationStatus.REJECTED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
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
  private static final Set<RegistrationStatus> ENDED =
      EnumSet.of(REJECTED, WITHDRAWN, EXPIRED, TERMINATED);

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

  /** Newest first. */
  List<Registration> all(SignedInPayer payer) {
    return registrations.ofPayer(payer.id());
  }

  /** Whether a first registration may be started, because nothing else is under way or in force. */
  boolean mayStart(SignedInPayer payer) {
    return all(payer).stream().allMatch(each -> ENDED.contains(each.status()));
  }

  private static RegistrationId parse(String id) {
    try {
      return RegistrationId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("registration-not-found");
    }
  }
}
