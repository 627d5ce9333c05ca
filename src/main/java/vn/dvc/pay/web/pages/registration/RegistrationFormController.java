package vn.dvc.pay.web.pages.registration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationDrafts;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;
import vn.dvc.pay.web.pages.layout.TriesUsedUp;

/**
 * Starting a registration, correcting it and changing its account: one form under three addresses.
 */
@Controller
class RegistrationFormController {
  private final OwnRegistrations own;
  private final Applicant applicant;
  private final Registrations registrations;
  private final RegistrationDrafts drafts;
  private final RegistrationFormPage form;

  RegistrationFormController(
      OwnRegistrations own,
      Applicant applicant,
      Registrations registrations,
      RegistrationDrafts drafts,
      RegistrationFormPage form) {
    this.own = own;
    this.applicant = applicant;
    this.registrations = registrations;
    this.drafts = drafts;
    this.form = form;
  }

  @GetMapping("/registrations/new")
  String start(@AuthenticationPrincipal SignedInPayer payer, Model model) {
    var sheet = applicant.sheet(payer);
    var draft = drafts.find(payer.id());
    model.addAttribute("drafted", draft.isPresent());
    return form.show(sheet, draft.map(RegistrationEntry::of).orElseGet(sheet::entry), model);
  }

  @PostMapping("/registrations")
  Object start(
      @ModelAttribute("entry") RegistrationEntry entry,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return take(applicant.sheet(payer), entry, model, response, flash);
  }

  @GetMapping("/registrations/{id}/{move:correct|change-account}")
  Object again(
      @PathVariable("id") String id,
      @PathVariable("move") String word,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model) {
    var sheet = applicant.sheet(RegistrationAction.of(word), own.find(id, payer));
    return RegistrationAction.of(sheet.registration()).contains(sheet.move())
        ? form.show(sheet, sheet.entry(), model)
        : new SeeOther("/registrations/" + id);
  }

  @PostMapping("/registrations/{id}/{move:correct|change-account}")
  Object again(
      @PathVariable("id") String id,
      @PathVariable("move") String word,
      @ModelAttribute("entry") RegistrationEntry entry,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    var sheet = applicant.sheet(RegistrationAction.of(word), own.find(id, payer));
    return take(sheet, entry, model, response, flash);
  }

  private Object take(
      FormPurpose sheet,
      RegistrationEntry entry,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    var errors = form.errors(sheet, entry);
    if (!errors.isEmpty()) {
      response.setStatus(422);
      return form.show(sheet, entry, errors, model);
    }
    var application = entry.application(sheet);
    try {
      return new SeeOther("/registrations/" + send(sheet, application).id());
    } catch (Problem refused) {
      if (refused.status() == 409) {
        return asItIs(sheet, application, refused, flash);
      }
      response.setStatus(refused.status());
      if (TriesUsedUp.is(refused)) {
        TriesUsedUp.tell(refused, response, model);
      }
      return form.refused(sheet, entry, refused, model);
    }
  }

  private Registration send(FormPurpose sheet, Application application) {
    return switch (sheet.move()) {
      case CORRECT -> registrations.resubmit(sheet.registration().id(), application);
      case CHANGE_ACCOUNT -> registrations.changeAccount(sheet.registration().id(), application);
      default -> start(sheet.profile().payer(), application);
    };
  }

  private Registration start(Payer payer, Application application) {
    var started = registrations.start(payer, application);
    drafts.forget(payer.id());
    return started;
  }

  /**
   * If the same form is submitted twice, the second submission gets no error: its registration
   * exists.
   */
  private SeeOther asItIs(
      FormPurpose sheet, Application application, Problem refused, RedirectAttributes flash) {
    var open =
        registrations.ofPayer(sheet.profile().payer().id()).stream()
            .filter(each -> each.id().text().equals(refused.facts().get("registration")))
            .findAny();
    var same = refused.code().equals("registration-open");
    if (open.isEmpty() || !same || !open.get().application().equals(application)) {
      flash.addFlashAttribute("notice", refused.code());
    }
    var there = open.isPresent() ? open.get() : sheet.registration();
    return new SeeOther(there == null ? "/registrations" : "/registrations/" + there.id());
  }
}
