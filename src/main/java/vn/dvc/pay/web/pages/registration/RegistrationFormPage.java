package vn.dvc.pay.web.pages.registration;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.values.Problem;

/** Renders the registration form with what was typed and what is wrong with it. */
@Component
class RegistrationFormPage {
  private static final Map<String, String> FIELDS =
      Map.of(
          "bank-unknown", "bank",
          "bank-in-maintenance", "bank",
          "account-number-invalid", "account",
          "account-holder-invalid", "accountHolder",
          "branch-invalid", "branch",
          "phone-invalid", "phone",
          "email-invalid", "email",
          "representative-invalid", "representativeName");

  private final Banks banks;

  RegistrationFormPage(Banks banks) {
    this.banks = banks;
  }

  FieldErrors errors(FormPurpose sheet, RegistrationEntry entry) {
    return entry.errors(sheet, banks);
  }

  String show(FormPurpose sheet, RegistrationEntry entry, Model model) {
    return show(sheet, entry, new FieldErrors(), model);
  }

  String show(FormPurpose sheet, RegistrationEntry entry, FieldErrors errors, Model model) {
    model.addAttribute("titleKey", "form.title." + sheet.move().word());
    model.addAttribute("sheet", sheet);
    model.addAttribute("entry", entry);
    model.addAttribute("errors", errors.codes());
    model.addAttribute("characters", errors.characters());
    model.addAttribute("banks", banks.all());
    if (sheet.problem() != null) {
      model.addAttribute("notice", sheet.problem());
    }
    return "registration-form";
  }

  /** A refusal is shown next to the field it concerns, or above the form if it concerns none. */
  String refused(FormPurpose sheet, RegistrationEntry entry, Problem refused, Model model) {
    var field = FIELDS.get(refused.code());
    if (field == null) {
      model.addAttribute("notice", refused.code());
      return show(sheet, entry, model);
    }
    var errors = new FieldErrors();
    errors.add(field, refused.code(), (String) refused.facts().get("character"));
    return show(sheet, entry, errors, model);
  }
}
