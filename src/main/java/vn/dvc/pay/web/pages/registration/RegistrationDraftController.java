package vn.dvc.pay.web.pages.registration;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.registration.RegistrationDrafts;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * Keeps what a payer has typed into the form of a first registration: by a button, and by the
 * page's script whenever a field was filled in.
 */
@Controller
class RegistrationDraftController {
  private final OwnRegistrations own;
  private final RegistrationDrafts drafts;

  RegistrationDraftController(OwnRegistrations own, RegistrationDrafts drafts) {
    this.own = own;
    this.drafts = drafts;
  }

  @PostMapping("/registrations/draft")
  SeeOther keep(
      @ModelAttribute("entry") RegistrationEntry entry,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    keep(entry, payer);
    flash.addFlashAttribute("notice", "draft-kept");
    return new SeeOther("/registrations");
  }

  @PostMapping("/registrations/draft/quietly")
  ResponseEntity<Void> keepQuietly(
      @ModelAttribute("entry") RegistrationEntry entry,
      @AuthenticationPrincipal SignedInPayer payer) {
    keep(entry, payer);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/registrations/draft/discard")
  SeeOther discard(@AuthenticationPrincipal SignedInPayer payer) {
    drafts.forget(payer.id());
    return new SeeOther("/registrations/new");
  }

  /** Reloading or sharing a button's address leads to the form. */
  @GetMapping({"/registrations/draft", "/registrations/draft/discard"})
  SeeOther back() {
    return new SeeOther("/registrations/new");
  }

  /** What the script sends late must not come back after the form itself has been sent. */
  private void keep(RegistrationEntry entry, SignedInPayer payer) {
    if (own.mayStart(payer)) {
      drafts.keep(payer.id(), entry.draft());
    }
  }
}
