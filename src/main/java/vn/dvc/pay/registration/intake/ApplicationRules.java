package vn.dvc.pay.registration.intake;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.AddressLine;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.Email;
import vn.dvc.pay.values.text.OrganisationName;
import vn.dvc.pay.values.text.PersonName;
import vn.dvc.pay.values.text.Phone;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.values.text.TextLine;

/** Validates applications. Each violation has its own problem code (422). */
@Component
class ApplicationRules {
  private static final int MAX_LINE = 100;

  private final Banks banks;

  ApplicationRules(Banks banks) {
    this.banks = banks;
  }

  /** Checks what can be checked without the portal. */
  void checkPayer(Payer payer) {
    require(payer != null && payer.kind() != null && payer.id() != null, "payer-invalid");
    payer.requireId(
        payer.kind() == Payer.Kind.ORGANISATION ? "tax-code-invalid" : "payer-id-invalid");
    payer.requireValid();
  }

  /** The profile is authoritative for the payer's identity: other data about it must match. */
  void checkIdentity(Payer given, Representative signing, Profile profile) {
    var known = profile.payer();
    same("kind", given.kind(), known.kind());
    same("id", given.id(), known.id());
    requireSame("name", known.isCalled(given.name()));
    var signs = profile.representative();
    if (signing != null && signs != null) {
      same("representative.name", CleanText.of(signing.name()), CleanText.of(signs.name()));
      same("representative.title", CleanText.of(signing.title()), CleanText.of(signs.title()));
    }
  }

  /** The application as stored: normalised and completed from the profile. */
  Application checked(Application given, Profile profile) {
    require(given.account() != null, "account-number-invalid");
    require(AccountNumber.isValid(given.account().number()), "account-number-invalid");
    require(banks.find(given.account().bank()).isPresent(), "bank-unknown");
    banks.requireOpen(given.account().bank());
    return new Application(
        given.account(),
        read(
            "account-holder-invalid",
            "account.holder",
            given.holder(),
            holder -> OrganisationName.of(holder).text()),
        read("branch-invalid", "branch", given.branch(), ApplicationRules::line),
        contact(given.contact(), profile),
        representative(given.representative(), profile));
  }

  /** The address, where it can be printed; else it is left to be filled in by hand. */
  static String address(Profile profile) {
    return ifRight(profile.address(), address -> AddressLine.of(address).text());
  }

  private static Contact contact(Contact given, Profile profile) {
    var email = given == null ? null : given.email();
    var phone = given == null ? null : given.phone();
    return new Contact(
        isBlank(email)
            ? ifRight(profile.email(), it -> Email.of(it).text())
            : read("email-invalid", "contact.email", email, it -> Email.of(it).text()),
        isBlank(phone)
            ? ifRight(profile.phone(), it -> Phone.of(it).text())
            : read("phone-invalid", "contact.phone", phone, it -> Phone.of(it).text()));
  }

  private static Representative representative(Representative given, Profile profile) {
    if (profile.payer().kind() == Payer.Kind.INDIVIDUAL) {
      return null;
    }
    var known = profile.representative();
    require(known != null || given != null, "representative-invalid");
    var name = known == null ? given.name() : known.name();
    var title = known == null ? given.title() : known.title();
    return new Representative(
        read(
            "representative-invalid",
            "representative.name",
            name,
            signs -> PersonName.of(signs).text()),
        isBlank(title)
            ? null
            : read(
                "representative-invalid", "representative.title", title, ApplicationRules::line));
  }

  private static String line(String typed) {
    return TextLine.of(typed, MAX_LINE).text();
  }

  private static void same(String field, Object given, Object known) {
    requireSame(field, given != null && given.equals(known));
  }

  private static void requireSame(String field, boolean same) {
    if (!same) {
      throw Problem.invalid("profile-differs").with("field", field);
    }
  }

  private static String read(
      String code, String field, String typed, Function<String, String> rule) {
    try {
      return rule.apply(typed);
    } catch (RefusedText wrong) {
      throw Problem.invalid(code).because(field, wrong);
    }
  }

  /** The portal's value, unless it is unusable. */
  private static String ifRight(String known, Function<String, String> rule) {
    try {
      return rule.apply(known);
    } catch (RefusedText unusable) {
      return null;
    }
  }

  private static boolean isBlank(String text) {
    return text == null || CleanText.of(text).isEmpty();
  }

  private static void require(boolean right, String code) {
    if (!right) {
      throw Problem.invalid(code);
    }
  }
}
