package vn.dvc.pay.registration.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.TaxCode;

/** Validates applications. Each violation has its own problem code (422). */
@Component
class ApplicationRules {
  private static final Pattern PERSONAL_NUMBER = Pattern.compile("\\d{12}");
  private static final Pattern NAME =
      Pattern.compile("(?=(?:[^\\p{L}]*\\p{L}){2})[\\p{L}\\p{M}\\p{Nd} .,&'()/-]{2,100}");
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{2,100}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,4}");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d .-]{6,17}\\d");

  private final Banks banks;

  ApplicationRules(Banks banks) {
    this.banks = banks;
  }

  /** Checks what can be checked without the portal. */
  void checkPayer(Payer payer) {
    require(payer != null && payer.kind() != null && payer.id() != null, "payer-invalid");
    switch (payer.kind()) {
      case ORGANISATION -> require(TaxCode.isValid(payer.id()), "tax-code-invalid");
      case INDIVIDUAL -> require(matches(PERSONAL_NUMBER, payer.id()), "payer-id-invalid");
    }
  }

  /** The profile is authoritative for the payer's identity: other data about it must match. */
  void checkIdentity(Payer given, Representative signing, Profile profile) {
    var known = profile.payer();
    same("kind", given.kind(), known.kind());
    same("id", given.id(), known.id());
    requireSame("name", known.isCalled(given.name()));
    var signs = profile.representative();
    if (signing != null && signs != null) {
      same("representative.name", composed(signing.name()), composed(signs.name()));
      same("representative.title", composed(signing.title()), composed(signs.title()));
    }
  }

  /** The application as stored: trimmed, Unicode-normalised and completed from the profile. */
  Application checked(Application given, Profile profile) {
    require(given.account() != null, "account-number-invalid");
    require(AccountNumber.isValid(given.account().number()), "account-number-invalid");
    require(banks.find(given.account().bank()).isPresent(), "bank-unknown");
    var holder = composed(given.holder());
    require(matches(NAME, holder), "account-holder-invalid");
    var branch = composed(given.branch());
    require(matches(LINE, branch), "branch-invalid");
    return new Application(
        given.account(),
        holder,
        branch,
        contact(given.contact(), profile),
        representative(given.representative(), profile));
  }

  private static Contact contact(Contact given, Profile profile) {
    var email = given == null ? null : composed(given.email());
    var phone = given == null ? null : composed(given.phone());
    require(email == null || email.length() <= 100 && matches(EMAIL, email), "email-invalid");
    require(phone == null || matches(PHONE, phone), "phone-invalid");
    return new Contact(
        email == null ? ifRight(EMAIL, profile.email()) : email,
        phone == null ? ifRight(PHONE, profile.phone()) : phone);
  }

  private static Representative representative(Representative given, Profile profile) {
    if (profile.payer().kind() == Payer.Kind.INDIVIDUAL) {
      return null;
    }
    if (profile.representative() != null) {
      return new Representative(
          composed(profile.representative().name()), composed(profile.representative().title()));
    }
    require(given != null, "representative-invalid");
    var name = composed(given.name());
    var title = composed(given.title());
    require(
        matches(NAME, name) && (title == null || matches(LINE, title)), "representative-invalid");
    return new Representative(name, title);
  }

  private static void same(String field, Object given, Object known) {
    requireSame(field, given != null && given.equals(known));
  }

  private static void requireSame(String field, boolean same) {
    if (!same) {
      throw Problem.invalid("profile-differs").with("field", field);
    }
  }

  /** Normalises text that looks the same to one encoding; null if it is blank. */
  private static String composed(String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replaceAll(" +", " ");
  }

  /** The portal's value, unless it is unusable. */
  private static String ifRight(Pattern pattern, String known) {
    return matches(pattern, known) && known.length() <= 100 ? known : null;
  }

  private static boolean matches(Pattern pattern, String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private static void require(boolean right, String code) {
    if (!right) {
      throw Problem.invalid(code);
    }
  }
}
