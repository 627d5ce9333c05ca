package vn.dvc.pay.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentSearch;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;
import vn.dvc.pay.values.text.IdentityNumber;

/**
 * Finds a payment, a registration, a refund or a case by its id, a payment or a registration by its
 * short reference, or a dossier by its code; and payments by what payers and banks quote.
 */
@Controller
class SearchController {
  private final Payments payments;
  private final Registrations registrations;
  private final Dossiers dossiers;
  private final Refunds refunds;
  private final Cases cases;
  private final PaymentSearch search;

  SearchController(
      Payments payments,
      Registrations registrations,
      Dossiers dossiers,
      Refunds refunds,
      Cases cases,
      PaymentSearch search) {
    this.payments = payments;
    this.registrations = registrations;
    this.dossiers = dossiers;
    this.refunds = refunds;
    this.cases = cases;
    this.search = search;
  }

  @GetMapping("/operations/search")
  String search(
      @RequestParam(defaultValue = "") String q, Model model, HttpServletResponse response) {
    var asked = SearchText.of(q);
    var id = asked.withoutGroups();
    var payment = find(id, PaymentId::of, payments::find);
    if (payment.isPresent()) {
      return "redirect:/operations/payments/" + payment.get().id();
    }
    if (cases.find(id).isPresent()) {
      return "redirect:/operations/cases/" + id;
    }
    var refund = refunds.find(id);
    if (refund.isPresent()) {
      return "redirect:/operations/payments/" + refund.get().payment();
    }
    var found = Found.NOTHING;
    try {
      found = asked.isEmpty() ? found : shown(asked, q);
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
    }
    if (found.isOnePayment()) {
      return "redirect:/operations/payments/" + found.payments().get(0).id();
    }
    model.addAttribute("q", q.strip());
    model.addAttribute("found", found);
    return "operations/search";
  }

  /**
   * What has no page of its own, or may be several.
   *
   * @throws Problem reference-mistyped (422), nothing-found (404)
   */
  private Found shown(SearchText asked, String typed) {
    var id = asked.withoutGroups();
    var dossier = find(asked.text(), DossierCode::of, dossiers::find);
    var registration = find(id, RegistrationId::of, registrations::find);
    var found =
        dossier.isPresent() || registration.isPresent()
            ? new Found(dossier.orElse(null), List.of(), registration.stream().toList())
            : referenced(id);
    if (found.equals(Found.NOTHING)) {
      found = quoted(asked, typed);
    }
    if (found.equals(Found.NOTHING)) {
      ShortReference.typed(id); // says so if it is one with a slip
      throw Problem.notFound("nothing-found");
    }
    return found;
  }

  /** Some other number may look like a reference with a slip in it. */
  private Found referenced(String id) {
    try {
      return ShortReference.typed(id).map(this::having).orElse(Found.NOTHING);
    } catch (Problem mistyped) {
      return Found.NOTHING;
    }
  }

  /** By what payers and banks may quote instead: names, numbers, references. */
  private Found quoted(SearchText asked, String typed) {
    var hits = new LinkedHashSet<PaymentId>();
    for (var words : List.of(typed.strip(), asked.text(), asked.withoutGroups())) {
      search.find(PaymentSearch.Wanted.with(words), 0).forEach(hit -> hits.add(hit.id()));
    }
    return new Found(
        null,
        hits.stream().map(payments::find).flatMap(Optional::stream).toList(),
        registrations.ofPayer(IdentityNumber.normal(typed)));
  }

  private Found having(ShortReference reference) {
    return new Found(
        null, payments.withReference(reference), registrations.withReference(reference));
  }

  private static <I, T> Optional<T> find(
      String text, Function<String, I> id, Function<I, Optional<T>> finder) {
    try {
      return finder.apply(id.apply(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /**
   * @param payments those with the reference asked for, hardly ever more than one
   * @param registrations likewise
   */
  public record Found(Dossier dossier, List<Payment> payments, List<Registration> registrations) {
    static final Found NOTHING = new Found(null, List.of(), List.of());

    boolean isOnePayment() {
      return payments.size() == 1 && registrations.isEmpty();
    }
  }
}
