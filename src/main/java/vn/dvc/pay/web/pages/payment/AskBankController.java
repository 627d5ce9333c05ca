package vn.dvc.pay.web.pages.payment;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * Lets the payer have the bank asked immediately about a payment whose outcome is unknown. The page
 * then says that it was asked, or when it can be asked again; it never promises an answer.
 */
@Controller
class AskBankController {
  private final OwnPayments own;
  private final InquiryRequests inquiries;

  AskBankController(OwnPayments own, InquiryRequests inquiries) {
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

  /** Reloading or sharing the form's address leads to the payment. */
  @GetMapping("/payments/{id}/ask-bank")
  SeeOther back(@PathVariable("id") String id) {
    return new SeeOther("/payments/" + id);
  }
}
