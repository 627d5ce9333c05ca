package vn.dvc.pay.web.pages.registration;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.values.AccountNumber;

/** The registration form as typed, or as prefilled before anything was typed. */
record RegistrationEntry(
    String bank,
    String account,
    String accountHolder,
    String branch,
    String phone,
    String email,
    String representativeName,
    String representativeTitle) {
  private static final int MAX_LENGTH = 100;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{7,18}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  RegistrationEntry {
    bank = text(bank);
    account = text(account);
    accountHolder = text(accountHolder);
    branch = text(branch);
    phone = text(phone);
    email = text(email);
    representativeName = text(representativeName);
    representativeTitle = text(representativeTitle);
  }

  static RegistrationEntry before(Profile profile) {
    return new RegistrationEntry(
        null, null, profile.payer().name(), null, profile.phone(), profile.email(), null, null);
  }

  static RegistrationEntry of(Registration registration) {
    var application = registration.application();
    var contact = application.contact();
    var signs = application.representative();
    return new RegistrationEntry(
        application.account().bank(),
        application.account().number(),
        application.holder(),
        application.branch(),
        contact == null ? null : contact.phone(),
        contact == null ? null : contact.email(),
        signs == null ? null : signs.name(),
        signs == null ? null : signs.title());
  }

  /** For another account of the same payer. */
  RegistrationEntry withoutAccount() {
    return new RegistrationEntry(
        null, null, accountHolder, branch, phone, email, representativeName, representativeTitle);
  }

  /** The errors by field, in the form's order. */
  Map<String, String> errors(FormPurpose sheet, Banks banks) {
    var errors = new LinkedHashMap<String, String>();
    check(errors, "bank", banks.find(bank).isPresent(), "bank-unknown");
    check(errors, "account", AccountNumber.isValid(number()), "account-number-invalid");
    check(errors, "accountHolder", filled(accountHolder), "account-holder-invalid");
    check(errors, "branch", filled(branch), "branch-invalid");
    check(errors, "phone", PHONE.matcher(phone).matches(), "phone-invalid");
    check(errors, "email", email.isEmpty() || isEmail(email), "email-invalid");
    if (sheet.asksWhoSigns()) {
      check(errors, "representativeName", filled(representativeName), "representative-invalid");
      check(errors, "representativeTitle", filled(representativeTitle), "title-invalid");
    }
    return errors;
  }

  /** Call only on an entry without errors. */
  Application application(FormPurpose sheet) {
    return new Application(
        new AccountNumber(bank, number()),
        accountHolder,
        branch,
        new Application.Contact(email.isEmpty() ? null : email, phone),
        representative(sheet));
  }

  private Application.Representative representative(FormPurpose sheet) {
    if (sheet.asksWhoSigns()) {
      return new Application.Representative(representativeName, representativeTitle);
    }
    var known = sheet.profile().representative();
    return known == null ? null : new Application.Representative(known.name(), known.title());
  }

  /** People put spaces and dots between groups of digits. */
  private String number() {
    return account.replaceAll("[\\s\\u00a0.-]", "").toUpperCase(Locale.ROOT);
  }

  private static void check(Map<String, String> errors, String field, boolean right, String code) {
    if (!right) {
      errors.put(field, code);
    }
  }

  private static boolean isEmail(String text) {
    return filled(text) && EMAIL.matcher(text).matches();
  }

  private static boolean filled(String text) {
    return !text.isEmpty() && text.length() <= MAX_LENGTH;
  }

  private static String text(String parameter) {
    return parameter == null ? "" : parameter.strip().replaceAll("\\s+", " ");
  }
}
