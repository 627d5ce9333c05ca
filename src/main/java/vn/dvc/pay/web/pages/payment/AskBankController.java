package vn.dvc.pay.web.pages.payment;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.payment.OutcomeInquiries;
import vn.dvc.pay.payment.OutcomeInquiries.By;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * The payer wants the bank asked now about a payment that is being checked. The page then says
 * whether it was asked, or from when it may be; it never promises an answer.
 */
@Controller
class AskBankController {
  private final OwnPayments own;
  private final OutcomeInquiries inquiries;

  AskBankController(OwnPayments own, OutcomeInquiries inquiries) {
    this.own = own;
    this.inquiries = inquiries;
  }

  @PostMapping("/payments/{id}/ask-bank")
  SeeOther ask(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    var answer = inquiries.askNow(payment.id(), By.payer());
    flash.addFlashAttribute("asked", answer.result());
    flash.addFlashAttribute("askAgainFrom", answer.next());
    return new SeeOther("/payments/" + payment.id());
  }

  /** Who reloads or shares the address of the form wants the payment. */
  @GetMapping("/payments/{id}/ask-bank")
  SeeOther back(@PathVariable("id") String id) {
    return new SeeOther("/payments/" + id);
  }
}
