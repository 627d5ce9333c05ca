package vn.dvc.pay.web.pages.registration;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/** The buttons of a registration that need no further input. */
@Controller
class RegistrationActionController {
  private final OwnRegistrations own;
  private final Registrations registrations;

  RegistrationActionController(OwnRegistrations own, Registrations registrations) {
    this.own = own;
    this.registrations = registrations;
  }

  @PostMapping(
      "/registrations/{id}/{move:confirm-name|print-again|withdraw|suspend|resume|terminate}")
  SeeOther make(
      @PathVariable("id") String id,
      @PathVariable("move") String word,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var registration = own.find(id, payer);
    try {
      make(RegistrationAction.of(word), registration);
    } catch (Problem refused) {
      flash.addFlashAttribute("notice", refused.code());
    }
    return new SeeOther("/registrations/" + registration.id());
  }

  /** Reloading or sharing a button's address leads to the registration. */
  @GetMapping("/registrations/{id}/{move:confirm-name|print-again|resume}")
  SeeOther back(@PathVariable("id") String id) {
    return new SeeOther("/registrations/" + id);
  }

  private void make(RegistrationAction move, Registration registration) {
    var id = registration.id();
    switch (move) {
      // A stamp that cannot be read needs a new paper, not new words.
      case PRINT_AGAIN -> registrations.resubmit(id, registration.application());
      case CONFIRM_NAME -> registrations.confirmName(id);
      case WITHDRAW -> registrations.withdraw(id);
      case SUSPEND -> registrations.suspend(id);
      case RESUME -> registrations.resume(id);
      case TERMINATE -> registrations.terminate(id);
      case CORRECT, CHANGE_ACCOUNT, START_ANEW ->
          throw new IllegalArgumentException(move + " needs a form");
    }
  }
}
