package vn.dvc.pay.web.pages.payment;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/** A second person approves or refuses what another person of the same organisation has made. */
@Controller
class ApprovalController {
  private final OwnPayments own;
  private final Payments payments;

  ApprovalController(OwnPayments own, Payments payments) {
    this.own = own;
    this.payments = payments;
  }

  @PostMapping("/payments/{id}/approve")
  SeeOther approve(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    return decided(payment, payer, flash, () -> payments.approve(payment.id(), payer.person()));
  }

  @PostMapping("/payments/{id}/refuse")
  SeeOther refuse(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    return decided(
        payment, payer, flash, () -> payments.refuse(payment.id(), payer.person(), reason));
  }

  /** Reloading or sharing a form's address leads to the payment. */
  @GetMapping({"/payments/{id}/approve", "/payments/{id}/refuse"})
  SeeOther back(@PathVariable("id") String id) {
    return new SeeOther("/payments/" + id);
  }

  private static SeeOther decided(
      Payment payment, SignedInPayer payer, RedirectAttributes flash, Runnable decision) {
    try {
      if (!payer.mayCheck()) {
        throw Problem.conflict("approval-by-maker");
      }
      decision.run();
    } catch (Problem refused) {
      flash.addFlashAttribute("notice", refused.code());
    }
    return new SeeOther("/payments/" + payment.id());
  }
}
