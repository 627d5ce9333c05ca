package vn.dvc.pay.web.pages.registration;

import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationDrafts.Draft;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.Email;
import vn.dvc.pay.values.text.OrganisationName;
import vn.dvc.pay.values.text.PersonName;
import vn.dvc.pay.values.text.Phone;
import vn.dvc.pay.values.text.TextLine;

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
  private static final int MAX_LINE = 100;

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

  static RegistrationEntry of(Draft draft) {
    return new RegistrationEntry(
        draft.bank(),
        draft.account(),
        draft.holder(),
        draft.branch(),
        draft.phone(),
        draft.email(),
        draft.representativeName(),
        draft.representativeTitle());
  }

  Draft draft() {
    return new Draft(
        bank,
        account,
        accountHolder,
        branch,
        phone,
        email,
        representativeName,
        representativeTitle);
  }

  /** For another account of the same payer. */
  RegistrationEntry withoutAccount() {
    return new RegistrationEntry(
        null, null, accountHolder, branch, phone, email, representativeName, representativeTitle);
  }

  /** The errors by field, in the form's order. */
  FieldErrors errors(FormPurpose sheet, Banks banks) {
    var errors = new FieldErrors();
    errors.require("bank", "bank-unknown", banks.find(bank).isPresent());
    errors.require("account", "account-number-invalid", AccountNumber.isValid(number()));
    errors.check(
        "accountHolder", "account-holder-invalid", () -> OrganisationName.of(accountHolder));
    errors.check("branch", "branch-invalid", () -> TextLine.of(branch, MAX_LINE));
    errors.check("phone", "phone-invalid", () -> Phone.of(phone));
    if (!email.isEmpty()) {
      errors.check("email", "email-invalid", () -> Email.of(email));
    }
    if (sheet.asksWhoSigns()) {
      errors.check(
          "representativeName", "representative-invalid", () -> PersonName.of(representativeName));
      errors.check(
          "representativeTitle", "title-invalid", () -> TextLine.of(representativeTitle, MAX_LINE));
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

  private String number() {
    return AccountNumber.normal(account);
  }

  private static String text(String parameter) {
    return parameter == null ? "" : CleanText.of(parameter);
  }
}
