package vn.dvc.pay.web.api.registration;

import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.api.JsonFields;

/**
 * Reads a payer's application. Contact and representative are optional because the portal's profile
 * has them.
 */
final class ApplicationReader {

  private ApplicationReader() {}

  static Application read(JsonFields body) {
    var account = body.object("account");
    return new Application(
        number(account.text("bank", 6), AccountNumber.normal(account.text("number", 40))),
        account.text("holder", 200),
        body.text("branch", 200),
        contact(body.objectOrNull("contact")),
        representative(body.objectOrNull("representative")));
  }

  private static AccountNumber number(String bank, String number) {
    if (!AccountNumber.isValid(number)) {
      throw Problem.invalid("account-number-invalid").with("field", "account.number");
    }
    try {
      return new AccountNumber(bank, number);
    } catch (IllegalArgumentException notABank) {
      throw Problem.invalid("bank-unknown").with("field", "account.bank");
    }
  }

  private static Contact contact(JsonFields contact) {
    return contact == null
        ? null
        : new Contact(contact.textOrNull("email", 200), contact.textOrNull("phone", 40));
  }

  private static Representative representative(JsonFields signs) {
    return signs == null
        ? null
        : new Representative(signs.text("name", 200), signs.textOrNull("title", 200));
  }
}
