package vn.dvc.pay.registration.record;

import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registration.StatusChange;
import vn.dvc.pay.registration.RegistrationStatus;

/** Draws the registration as the edges show it. */
@Component
public class RegistrationSnapshots {

  public Registration of(RegistrationEntity row) {
    return new Registration(
        row.id(),
        row.formVersion(),
        row.status(),
        row.payer(),
        row.address(),
        row.newest().application(),
        row.holderAtBank(),
        nameInQuestion(row),
        row.reason(),
        row.note(),
        row.newest().formSha256(),
        row.status() == RegistrationStatus.AWAITING_FORM ? row.waitsUntil() : null,
        row.createdAt(),
        row.replaces(),
        row.events().stream().map(e -> new StatusChange(e.status(), e.at())).toList());
  }

  /** The bank's spelling differs and the payer has not confirmed his. */
  public static boolean nameInQuestion(RegistrationEntity row) {
    return row.status() == RegistrationStatus.ACCOUNT_REFUSED
        && row.holderAtBank() != null
        && !row.isAccountChecked();
  }
}
