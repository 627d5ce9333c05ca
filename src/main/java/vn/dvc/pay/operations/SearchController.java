package vn.dvc.pay.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;

/** Finds a payment, a refund or a case by its id, or a dossier by its code. */
@Controller
class SearchController {
  private final Payments payments;
  private final Dossiers dossiers;
  private final Refunds refunds;
  private final Cases cases;

  SearchController(Payments payments, Dossiers dossiers, Refunds refunds, Cases cases) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.refunds = refunds;
    this.cases = cases;
  }

  @GetMapping("/operations/search")
  String search(
      @RequestParam(defaultValue = "") String q, Model model, HttpServletResponse response) {
    var asked = q.strip().toUpperCase(Locale.ROOT);
    var payment = payment(asked);
    if (payment.isPresent()) {
      return "redirect:/operations/payments/" + payment.get().id();
    }
    if (cases.find(asked).isPresent()) {
      return "redirect:/operations/cases/" + asked;
    }
    var refund = refunds.find(asked);
    if (refund.isPresent()) {
      return "redirect:/operations/payments/" + refund.get().payment();
    }
    var dossier = dossier(asked);
    if (dossier.isEmpty() && !asked.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("refusal", "nothing-found");
    }
    model.addAttribute("q", q.strip());
    model.addAttribute("dossier", dossier.orElse(null));
    return "operations/search";
  }

  private Optional<Payment> payment(String text) {
    try {
      return payments.find(PaymentId.of(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private Optional<Dossier> dossier(String text) {
    try {
      return dossiers.find(DossierCode.of(text));
    } catch (IllegalArgumentException notACode) {
      return Optional.empty();
    }
  }
}
