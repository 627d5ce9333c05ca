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

/** What a payer may apply with. Each refusal has its own code (422). */
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

  /** What can be said before the portal is asked. */
  void checkPayer(Payer payer) {
    demand(payer != null && payer.kind() != null && payer.id() != null, "payer-invalid");
    switch (payer.kind()) {
      case ORGANISATION -> demand(TaxCode.isValid(payer.id()), "tax-code-invalid");
      case INDIVIDUAL -> demand(matches(PERSONAL_NUMBER, payer.id()), "payer-id-invalid");
    }
  }

  /** Who the payer is comes from the profile: what is said otherwise must be the same. */
  void checkIdentity(Payer said, Representative signing, Profile profile) {
    var known = profile.payer();
    same("kind", said.kind(), known.kind());
    same("id", said.id(), known.id());
    demandSame("name", known.isCalled(said.name()));
    var signs = profile.representative();
    if (signing != null && signs != null) {
      same("representative.name", composed(signing.name()), composed(signs.name()));
      same("representative.title", composed(signing.title()), composed(signs.title()));
    }
  }

  /** The application as it is kept: trimmed, in one spelling, completed from the profile. */
  Application checked(Application said, Profile profile) {
    demand(said.account() != null, "account-number-invalid");
    demand(AccountNumber.isValid(said.account().number()), "account-number-invalid");
    demand(banks.find(said.account().bank()).isPresent(), "bank-unknown");
    var holder = composed(said.holder());
    demand(matches(NAME, holder), "account-holder-invalid");
    var branch = composed(said.branch());
    demand(matches(LINE, branch), "branch-invalid");
    return new Application(
        said.account(),
        holder,
        branch,
        contact(said.contact(), profile),
        representative(said.representative(), profile));
  }

  private static Contact contact(Contact said, Profile profile) {
    var email = said == null ? null : composed(said.email());
    var phone = said == null ? null : composed(said.phone());
    demand(email == null || email.length() <= 100 && matches(EMAIL, email), "email-invalid");
    demand(phone == null || matches(PHONE, phone), "phone-invalid");
    return new Contact(
        email == null ? ifRight(EMAIL, profile.email()) : email,
        phone == null ? ifRight(PHONE, profile.phone()) : phone);
  }

  private static Representative representative(Representative said, Profile profile) {
    if (profile.payer().kind() == Payer.Kind.INDIVIDUAL) {
      return null;
    }
    if (profile.representative() != null) {
      return new Representative(
          composed(profile.representative().name()), composed(profile.representative().title()));
    }
    demand(said != null, "representative-invalid");
    var name = composed(said.name());
    var title = composed(said.title());
    demand(
        matches(NAME, name) && (title == null || matches(LINE, title)), "representative-invalid");
    return new Representative(name, title);
  }

  private static void same(String field, Object said, Object known) {
    demandSame(field, said != null && said.equals(known));
  }

  private static void demandSame(String field, boolean same) {
    if (!same) {
      throw Problem.invalid("profile-differs").with("field", field);
    }
  }

  /** One spelling for what looks the same; nothing where nothing was written. */
  private static String composed(String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replaceAll(" +", " ");
  }

  /** The portal's own word, unless nobody could be reached by it. */
  private static String ifRight(Pattern pattern, String known) {
    return matches(pattern, known) && known.length() <= 100 ? known : null;
  }

  private static boolean matches(Pattern pattern, String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private static void demand(boolean right, String code) {
    if (!right) {
      throw Problem.invalid(code);
    }
  }
}
