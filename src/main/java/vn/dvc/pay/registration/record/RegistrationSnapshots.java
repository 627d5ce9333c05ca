package vn.dvc.pay.registration.record;

import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registration.StatusChange;
import vn.dvc.pay.registration.RegistrationStatus;

/** Builds the snapshot of a registration for the edges. */
@Component
public class RegistrationSnapshots {

  public Registration of(RegistrationEntity registration) {
    return new Registration(
        registration.id(),
        registration.formVersion(),
        registration.paper(),
        registration.status(),
        registration.payer(),
        registration.address(),
        registration.newest().application(),
        registration.holderAtBank(),
        isNameInQuestion(registration),
        registration.reason(),
        registration.note(),
        registration.newest().formSha256(),
        registration.status() == RegistrationStatus.AWAITING_FORM
            ? registration.waitsUntil()
            : null,
        registration.createdAt(),
        registration.replaces(),
        registration.events().stream().map(e -> new StatusChange(e.status(), e.at())).toList());
  }

  /** Whether the bank's spelling differs and the payer has not confirmed theirs. */
  public static boolean isNameInQuestion(RegistrationEntity registration) {
    return registration.status() == RegistrationStatus.ACCOUNT_REFUSED
        && registration.holderAtBank() != null
        && !registration.isAccountChecked();
  }
}
