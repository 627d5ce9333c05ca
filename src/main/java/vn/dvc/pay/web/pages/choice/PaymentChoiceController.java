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
import vn.dvc.pay.registration.TwoPersonRule;
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
  private static final String LIST = "/dossiers";

  private final ChosenDossiers chosen;
  private final PaymentOptions options;
  private final Payments payments;
  private final IdempotentPaymentStart once;
  private final TwoPersonRule twoPersons;
  private final MoneyLookedAt lookedAt;

  PaymentChoiceController(
      ChosenDossiers chosen,
      PaymentOptions options,
      Payments payments,
      IdempotentPaymentStart once,
      TwoPersonRule twoPersons,
      MoneyLookedAt lookedAt) {
    this.chosen = chosen;
    this.options = options;
    this.payments = payments;
    this.once = once;
    this.twoPersons = twoPersons;
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
      return elsewhere(refused, payer, codes, LIST, flash);
    }
  }

  @PostMapping("/payments")
  Object pay(
      @RequestParam(name = "dossier", required = false) List<String> codes,
      @RequestParam(name = "method", defaultValue = "") String method,
      @RequestParam(name = "token", defaultValue = "") String token,
      @RequestParam(name = "confirmed", required = false) @Nullable String confirmed,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    var again = LIST;
    try {
      var wanted = ChosenDossiers.codes(codes);
      again = "/payments/new" + ChosenDossiers.query(wanted);
      var way = method(method);
      if (way.isEmpty()) {
        response.setStatus(422);
        model.addAttribute("errors", Map.of("method", "method-missing"));
        return show(chosen.find(codes, payer), payer, model);
      }
      var account =
          confirmed == null ? account(way.get(), codes, payer) : Optional.<PaymentOption>empty();
      if (account.isPresent()) {
        model.addAttribute("twoPersons", twoPersons.appliesTo(payer.payer()));
        return confirm(account.get(), chosen.find(codes, payer), token, model);
      }
      var started =
          once.start(payer.id(), token, payer.unnamed(), wanted, way.get(), null, payer.person());
      return new SeeOther("/payments/" + started.payment().id());
    } catch (Problem refused) {
      var live = live(refused, payer);
      if (live.isPresent() && new HashSet<>(codes).equals(codesOf(live.get()))) {
        // The dossiers are already being paid, so the payer wants that very payment.
        if (!live.get().method().name().equals(method)) {
          flash.addFlashAttribute("notice", "other-method");
        }
        return new SeeOther("/payments/" + live.get().id());
      }
      return elsewhere(refused, payer, codes, again, flash);
    }
  }

  /** The account that would be debited; empty for the other methods. */
  private Optional<PaymentOption> account(
      Payments.Method method, List<String> codes, SignedInPayer payer) {
    if (method != Payments.Method.ACCOUNT) {
      return Optional.empty();
    }
    var amount = Money.total(chosen.find(codes, payer).stream().map(Dossier::amount));
    return options.of(payer.payer(), amount).stream()
        .filter(option -> option.method() == method && option.usable())
        .findFirst();
  }

  /** A debit needs no OTP: one click must not be enough to move the money. */
  private static String confirm(
      PaymentOption account, List<Dossier> dossiers, String token, Model model) {
    var query = ChosenDossiers.query(dossiers.stream().map(Dossier::code).toList());
    model.addAttribute("account", account);
    model.addAttribute("dossiers", dossiers);
    model.addAttribute("amount", Money.total(dossiers.stream().map(Dossier::amount)));
    model.addAttribute("token", token);
    model.addAttribute("here", "/payments/new" + query);
    return "confirm-debit";
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
    model.addAttribute("query", ChosenDossiers.query(codes));
    model.addAttribute("here", "/payments/new" + ChosenDossiers.query(codes));
    if (!model.containsAttribute("errors")) {
      model.addAttribute("errors", Map.of());
    }
    return "choice";
  }

  /**
   * Sends a payer whose choice is impossible to the payment that has the dossiers, or back to where
   * a choice can be made.
   */
  private SeeOther elsewhere(
      Problem refused,
      SignedInPayer payer,
      @Nullable List<String> codes,
      String back,
      RedirectAttributes flash) {
    if (refused.status() == 404) {
      throw refused;
    }
    if (back.equals(LIST)) { // not in the address, which so many codes may not fit into
      flash.addFlashAttribute("kept", ChosenDossiers.kept(codes));
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
