package vn.dvc.pay.web.pages.registration;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.registration.TwoPersonRule;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * Whether an organisation's payments by account wait for a second person, as its page of a
 * registered account shows it.
 */
@Controller
class TwoPersonRuleController {
  private final OwnRegistrations own;
  private final TwoPersonRule rule;

  TwoPersonRuleController(OwnRegistrations own, TwoPersonRule rule) {
    this.own = own;
    this.rule = rule;
  }

  @PostMapping("/registrations/{id}/two-persons/{word:on|ask-off|keep|off}")
  SeeOther change(
      @PathVariable("id") String id,
      @PathVariable("word") String word,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var registration = own.find(id, payer);
    try {
      change(word, payer);
    } catch (Problem refused) {
      flash.addFlashAttribute("notice", refused.code());
    }
    return new SeeOther("/registrations/" + registration.id() + "#two-persons");
  }

  /** Reloading or sharing a button's address leads to the registration. */
  @GetMapping("/registrations/{id}/two-persons/{word:on|ask-off|keep|off}")
  SeeOther back(@PathVariable("id") String id) {
    return new SeeOther("/registrations/" + id);
  }

  private void change(String word, SignedInPayer payer) {
    switch (word) {
      case "on" -> rule.switchOn(payer.payer(), payer.person());
      case "ask-off" -> rule.askToSwitchOff(payer.payer(), payer.person());
      case "keep" -> rule.keep(payer.payer(), payer.person());
      default -> {
        if (!payer.mayCheck()) {
          throw Problem.conflict("approval-by-maker");
        }
        rule.switchOff(payer.payer(), payer.person());
      }
    }
  }
}
