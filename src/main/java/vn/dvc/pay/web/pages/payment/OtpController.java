package vn.dvc.pay.web.pages.payment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.card.OneTimeCode;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * The OTP form and the button that requests a new OTP. The OTP is sealed like the card, see {@link
 * CardController}.
 */
@Controller
class OtpController {
  private final OwnPayments own;
  private final Payments payments;
  private final CardDataSealer sealer;
  private final PaymentPage page;

  OtpController(OwnPayments own, Payments payments, CardDataSealer sealer, PaymentPage page) {
    this.own = own;
    this.payments = payments;
    this.sealer = sealer;
    this.page = page;
  }

  @PostMapping("/payments/{id}/otp")
  Object enter(
      @PathVariable("id") String id,
      @RequestParam(name = "challenge", defaultValue = "") String challenge,
      @RequestParam(name = "sealedOtp", defaultValue = "") String sealed,
      @AuthenticationPrincipal SignedInPayer payer,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    if (!awaits(payment, challenge)) {
      return outdated(payment, flash);
    }
    if (!sealed.isEmpty()) {
      return accept(payment, sealed, response, model, flash);
    }
    var otp = OneTimeCode.digits(request.getParameter("otp"));
    try {
      if (otp.length > 0 && sealer.key(payment.bank()).isPresent()) {
        return accept(payment, sealer.otp(payment, otp), response, model, flash);
      }
    } finally {
      Arrays.fill(otp, '0');
    }
    response.setStatus(422);
    model.addAttribute("errors", Map.of("otp", "otp-invalid"));
    return page.show(payment, null, model);
  }

  @PostMapping("/payments/{id}/otp/resend")
  Object resend(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    return page.after(
        payment, () -> payments.resendOtp(payment.id()), null, response, model, flash);
  }

  private static boolean awaits(Payment payment, String challenge) {
    return payment.status() == PaymentStatus.WAITING_FOR_OTP
        && challenge.equals(payment.card().challenge());
  }

  private static SeeOther outdated(Payment payment, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", "page-outdated");
    return new SeeOther("/payments/" + payment.id());
  }

  private Object accept(
      Payment payment,
      String sealed,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    return page.after(
        payment, () -> payments.enterOtp(payment.id(), sealed), null, response, model, flash);
  }
}
