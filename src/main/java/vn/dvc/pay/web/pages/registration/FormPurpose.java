package vn.dvc.pay.web.pages.registration;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.values.Payer;

/**
 * What a registration form is for, and who fills it in.
 *
 * @param registration the one being corrected or replaced; null for a first registration
 * @param profile the payer's data, which cannot be changed here
 * @param problem why the portal's profile is missing; null if it is there
 */
record FormPurpose(
    RegistrationAction move,
    @Nullable Registration registration,
    Profile profile,
    @Nullable String problem) {

  RegistrationEntry entry() {
    return switch (move) {
      case CORRECT -> RegistrationEntry.of(registration);
      case CHANGE_ACCOUNT -> RegistrationEntry.of(registration).withoutAccount();
      default -> RegistrationEntry.before(profile);
    };
  }

  public String action() {
    return registration == null
        ? "/registrations"
        : "/registrations/" + registration.id() + "/" + move.word();
  }

  /** Whether somebody signs for the payer whom the portal does not name. */
  public boolean asksWhoSigns() {
    return profile.payer().kind() == Payer.Kind.ORGANISATION && profile.representative() == null;
  }
}
