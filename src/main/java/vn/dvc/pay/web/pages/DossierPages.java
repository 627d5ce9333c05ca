package vn.dvc.pay.web.pages;

import jakarta.servlet.http.HttpSession;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;

/** The payer's dossiers, and the start of a payment of some of them. */
@Controller
class DossierPages {
  private static final int PAGE = 50;

  private final Dossiers dossiers;
  private final Payments payments;
  private final FormTokens tokens;

  DossierPages(Dossiers dossiers, Payments payments, FormTokens tokens) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.tokens = tokens;
  }

  @GetMapping("/")
  SeeOther home() {
    return new SeeOther("/dossiers");
  }

  @GetMapping("/dossiers")
  String list(
      @RequestParam(name = "page", defaultValue = "0") int page,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model) {
    var shown = dossiers.list(payer.id(), null, Math.max(0, page));
    model.addAttribute("dossiers", shown);
    model.addAttribute(
        "payable", shown.stream().anyMatch(each -> each.status() == Dossier.Status.UNPAID));
    model.addAttribute("page", Math.max(0, page));
    model.addAttribute("more", shown.size() == PAGE);
    model.addAttribute("token", tokens.fresh());
    return "dossiers";
  }

  @PostMapping("/payments")
  SeeOther pay(
      @RequestParam(name = "dossier", required = false) List<String> chosen,
      @RequestParam(name = "token", defaultValue = "") String token,
      @AuthenticationPrincipal SignedInPayer payer,
      HttpSession session,
      RedirectAttributes flash) {
    try {
      var codes = codes(chosen);
      var form = token + codes.stream().map(DossierCode::text).sorted().toList();
      return new SeeOther(
          "/payments/" + tokens.once(session, form, () -> start(payer, codes).id().text()));
    } catch (Problem refused) {
      flash.addFlashAttribute("notice", refused.code());
      return live(refused, payer)
          .map(payment -> new SeeOther("/payments/" + payment.id()))
          .orElseGet(() -> new SeeOther("/dossiers"));
    }
  }

  /** Who asks again for what is being paid already wants that very payment. */
  private Payment start(SignedInPayer payer, List<DossierCode> codes) {
    try {
      return payments.start(payer.payer(), codes, Payments.Method.CARD, null);
    } catch (Problem refused) {
      return live(refused, payer)
          .filter(payment -> new HashSet<>(payment.dossiers()).equals(new HashSet<>(codes)))
          .orElseThrow(() -> refused);
    }
  }

  private Optional<Payment> live(Problem refused, SignedInPayer payer) {
    return Optional.ofNullable(refused.facts().get("payment"))
        .flatMap(id -> payments.find(PaymentId.of(id.toString())))
        .filter(payment -> payment.payer().id().equals(payer.id()));
  }

  private static List<DossierCode> codes(List<String> chosen) {
    if (chosen == null || chosen.isEmpty()) {
      throw Problem.invalid("no-dossiers");
    }
    try {
      return chosen.stream().map(DossierCode::of).distinct().toList();
    } catch (IllegalArgumentException notACode) {
      throw Problem.notFound("dossier-not-found");
    }
  }
}
