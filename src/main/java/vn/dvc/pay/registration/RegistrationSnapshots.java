package vn.dvc.pay.registration;

import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.Registration.StatusChange;
import vn.dvc.pay.registration.book.RegistrationRow;

/** Draws the registration as the edges show it. */
@Component
class RegistrationSnapshots {

  Registration of(RegistrationRow row) {
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
  static boolean nameInQuestion(RegistrationRow row) {
    return row.status() == RegistrationStatus.ACCOUNT_REFUSED
        && row.holderAtBank() != null
        && !row.isAccountChecked();
  }
}
