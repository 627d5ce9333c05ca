package vn.dvc.pay.web.pages.choice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.idempotency.IdempotentPaymentStart;
import vn.dvc.pay.web.pages.layout.MoneyLookedAt;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * Choosing how to pay the selected dossiers, and starting that payment: one per form, however often
 * it is submitted.
 */
@Controller
class PaymentChoiceController {
  private final ChosenDossiers chosen;
  private final PaymentOptions options;
  private final Payments payments;
  private final IdempotentPaymentStart once;
  private final MoneyLookedAt lookedAt;

  PaymentChoiceController(
      ChosenDossiers chosen,
      PaymentOptions options,
      Payments payments,
      IdempotentPaymentStart once,
      MoneyLookedAt lookedAt) {
    this.chosen = chosen;
    this.options = options;
    this.payments = payments;
    this.once = once;
    this.lookedAt = lookedAt;
  }

  @GetMapping("/payments/new")
  Object choose(
      @RequestParam(name = "dossier", required = false) List<String> codes,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model,
      RedirectAttributes flash) {
    try {
      return show(chosen.find(codes, payer), payer, model);
    } catch (Problem refused) {
      return elsewhere(refused, payer, list(codes), flash);
    }
  }

  @PostMapping("/payments")
  Object pay(
      @RequestParam(name = "dossier", required = false) List<String> codes,
      @RequestParam(name = "method", defaultValue = "") String method,
      @RequestParam(name = "token", defaultValue = "") String token,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    var again = list(codes);
    try {
      var wanted = ChosenDossiers.codes(codes);
      again = "/payments/new" + ChosenDossiers.query(wanted);
      var way = method(method);
      if (way.isEmpty()) {
        response.setStatus(422);
        model.addAttribute("errors", Map.of("method", "method-missing"));
        return show(chosen.find(codes, payer), payer, model);
      }
      var started = once.start(payer.id(), token, payer.unnamed(), wanted, way.get(), null);
      return new SeeOther("/payments/" + started.payment().id());
    } catch (Problem refused) {
      var live = live(refused, payer);
      if (live.isPresent() && new HashSet<>(codes).equals(codesOf(live.get()))) {
        // The dossiers are already being paid, so the payer wants that very payment.
        return new SeeOther("/payments/" + live.get().id());
      }
      return elsewhere(refused, payer, again, flash);
    }
  }

  private String show(List<Dossier> dossiers, SignedInPayer payer, Model model) {
    var amount = Money.total(dossiers.stream().map(Dossier::amount));
    var open = options.of(payer.payer(), amount);
    model.addAttribute("dossiers", dossiers);
    model.addAttribute("amount", amount);
    var codes = dossiers.stream().map(Dossier::code).toList();
    model.addAttribute("lookedAt", lookedAt.about(codes, payer.id()));
    model.addAttribute("ways", open);
    model.addAttribute("usable", open.stream().filter(PaymentOption::usable).count());
    model.addAttribute("token", UUID.randomUUID().toString());
    model.addAttribute("here", ChosenDossiers.query(codes));
    if (!model.containsAttribute("errors")) {
      model.addAttribute("errors", Map.of());
    }
    return "choice";
  }

  /** The list of dossiers with the selection kept, as far as an address can hold it. */
  private static String list(@Nullable List<String> codes) {
    var kept = ChosenDossiers.possible(codes).stream().limit(Payments.MAX_DOSSIERS).toList();
    return "/dossiers" + (kept.isEmpty() ? "" : ChosenDossiers.query(kept));
  }

  /**
   * Sends a payer whose choice is impossible to the payment that has the dossiers, or back to where
   * a choice can be made.
   */
  private SeeOther elsewhere(
      Problem refused, SignedInPayer payer, String back, RedirectAttributes flash) {
    if (refused.status() == 404) {
      throw refused;
    }
    var outdated = refused.code().startsWith("idempotency-key-");
    var live = live(refused, payer);
    var why = live.filter(Payment::isMoneyLookedAt).map(it -> "dossier-money-looked-at");
    flash.addFlashAttribute("notice", outdated ? "page-outdated" : why.orElse(refused.code()));
    return new SeeOther(live.map(it -> "/payments/" + it.id()).orElse(back));
  }

  private Optional<Payment> live(Problem refused, SignedInPayer payer) {
    return Optional.ofNullable(refused.facts().get("payment"))
        .flatMap(id -> payments.find(PaymentId.of(id.toString())))
        .filter(payment -> payment.payer().id().equals(payer.id()));
  }

  private static HashSet<String> codesOf(Payment payment) {
    var codes = new HashSet<String>();
    payment.dossiers().forEach(code -> codes.add(code.text()));
    return codes;
  }

  private static Optional<Payments.Method> method(String word) {
    for (var method : Payments.Method.values()) {
      if (method.name().equals(word)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
