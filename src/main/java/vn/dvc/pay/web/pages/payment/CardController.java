package vn.dvc.pay.web.pages.payment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * The card form. With JavaScript only {@code sealedCard} arrives. Without it the card's fields
 * arrive, are checked and sealed here, and leave no trace: no object that outlives the request
 * holds them.
 */
@Controller
class CardController {
  private final OwnPayments own;
  private final Payments payments;
  private final Banks banks;
  private final CardDataSealer sealer;
  private final PaymentPage page;

  CardController(
      OwnPayments own, Payments payments, Banks banks, CardDataSealer sealer, PaymentPage page) {
    this.own = own;
    this.payments = payments;
    this.banks = banks;
    this.sealer = sealer;
    this.page = page;
  }

  @PostMapping("/payments/{id}/card")
  Object enter(
      @PathVariable("id") String id,
      @RequestParam(name = "bank", defaultValue = "") String bin,
      @RequestParam(name = "terms", required = false) String terms,
      @RequestParam(name = "challenge", defaultValue = "") String challenge,
      @RequestParam(name = "sealedCard", defaultValue = "") String sealed,
      @RequestParam(name = "confirmed", defaultValue = "") String confirmed,
      @AuthenticationPrincipal SignedInPayer payer,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    var payment = own.find(id, payer);
    var here = new SeeOther("/payments/" + payment.id());
    var bank = banks.find(bin);
    if (payment.status() != PaymentStatus.WAITING_FOR_CARD
        || !challenge.equals(payment.card().challenge())) {
      flash.addFlashAttribute("notice", "page-outdated");
      return here;
    }
    if (bank.isEmpty()) {
      flash.addFlashAttribute("notice", "bank-unknown");
      return here;
    }
    if (!sealed.isEmpty()) {
      return accept(payment, bin, sealed, terms, response, model, flash);
    }
    var card =
        new CardEntry(
            request.getParameter("number"),
            request.getParameter("holder"),
            request.getParameter("date"));
    try {
      var errors = errors(card, bank.get(), terms);
      var doubts =
          errors.isEmpty()
              ? card.doubts(bank.get(), page.month())
              : EnumSet.noneOf(CardDoubt.class);
      doubts.removeIf(doubt -> Set.of(confirmed.split(" ")).contains(doubt.word()));
      if (errors.isEmpty() && doubts.isEmpty()) {
        return accept(payment, bin, seal(payment, bin, card), terms, response, model, flash);
      }
      response.setStatus(422);
      model.addAttribute("errors", errors);
      model.addAttribute("doubts", List.copyOf(doubts));
      model.addAttribute("termsAccepted", terms);
      model.addAttribute("holder", card.typedHolder());
      model.addAttribute("date", card.shownDate());
      return page.show(payment, bin, model);
    } finally {
      card.wipe();
    }
  }

  private static Map<String, String> errors(CardEntry card, Bank bank, String terms) {
    var errors = new LinkedHashMap<>(card.errors(bank.cardLengths()));
    if (!bank.terms().version().equals(terms)) {
      errors.put("terms", "terms-not-accepted");
    }
    return errors;
  }

  /** Null if the bank's key is gone; the page then says that the bank cannot be reached. */
  private @Nullable String seal(Payment payment, String bin, CardEntry card) {
    return sealer.key(bin).isPresent() ? sealer.card(payment, bin, card) : null;
  }

  private Object accept(
      Payment payment,
      String bin,
      @Nullable String sealed,
      String terms,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    if (sealed == null) {
      return new SeeOther("/payments/" + payment.id() + "?bank=" + bin);
    }
    return page.after(
        payment,
        () -> payments.enterCard(payment.id(), bin, sealed, terms),
        bin,
        response,
        model,
        flash);
  }
}
