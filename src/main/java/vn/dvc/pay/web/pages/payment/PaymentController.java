package vn.dvc.pay.web.pages.payment;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/** The page of one payment, and its cancellation. */
@Controller
class PaymentController {
  private final OwnPayments own;
  private final Payments payments;
  private final Dossiers dossiers;
  private final PaymentPage page;

  PaymentController(OwnPayments own, Payments payments, Dossiers dossiers, PaymentPage page) {
    this.own = own;
    this.payments = payments;
    this.dossiers = dossiers;
    this.page = page;
  }

  @GetMapping("/payments/{id}")
  String show(
      @PathVariable("id") String id,
      @RequestParam(name = "bank", required = false) String bank,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model) {
    var payment = own.find(id, payer);
    if (payment.status() == PaymentStatus.WAITING_FOR_APPROVAL) {
      approval(payment, payer, model);
    }
    return page.show(payment, bank, model);
  }

  /** What may be said by whom; who may approve it is shown what is to be paid. */
  private void approval(Payment payment, SignedInPayer payer, Model model) {
    var approval = payment.approval();
    var mine = approval != null && approval.maker().is(payer.person());
    model.addAttribute("mine", mine);
    model.addAttribute("maySay", approval != null && !mine && payer.mayCheck());
    model.addAttribute(
        "dossiers",
        payment.dossiers().stream().flatMap(code -> dossiers.find(code).stream()).toList());
  }

  /** Reloading or sharing a form's address leads to the payment. */
  @GetMapping({
    "/payments/{id}/card",
    "/payments/{id}/otp",
    "/payments/{id}/otp/resend",
    "/payments/{id}/change"
  })
  SeeOther back(@PathVariable("id") String id) {
    return new SeeOther("/payments/" + id);
  }

  @GetMapping("/payments/{id}/cancel")
  Object confirmCancel(
      @PathVariable("id") String id, @AuthenticationPrincipal SignedInPayer payer, Model model) {
    var payment = own.find(id, payer);
    return payment.isInstructionCancellable()
        ? page.confirmCancel(payment, model)
        : new SeeOther("/payments/" + payment.id());
  }

  /** Polled by the waiting page's script. */
  @GetMapping("/payments/{id}/status")
  ResponseEntity<Map<String, String>> status(
      @PathVariable("id") String id, @AuthenticationPrincipal SignedInPayer payer) {
    var payment = own.find(id, payer);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("status", payment.status().word(), "mark", PaymentPage.mark(payment)));
  }

  @PostMapping("/payments/{id}/cancel")
  SeeOther cancel(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    try {
      payments.cancel(payment.id(), payer.person());
    } catch (Problem refused) {
      flash.addFlashAttribute("notice", refused.code());
    }
    return new SeeOther("/payments/" + payment.id());
  }

  /** Cancels, and if that frees the dossiers at once, asks again how to pay them. */
  @PostMapping("/payments/{id}/change")
  SeeOther change(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    var there = cancel(id, payer, flash);
    return own.find(id, payer).status() == PaymentStatus.CANCELLED
        ? new SeeOther(PaymentPage.again(payment))
        : there;
  }
}
