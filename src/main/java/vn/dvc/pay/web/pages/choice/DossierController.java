package vn.dvc.pay.web.pages.choice;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.MoneyLookedAt;
import vn.dvc.pay.web.pages.layout.SeeOther;

/** The payer's dossiers, from which the payer selects those to pay. */
@Controller
class DossierController {
  private static final int PAGE = 50;

  private final Dossiers dossiers;
  private final MoneyLookedAt lookedAt;

  DossierController(Dossiers dossiers, MoneyLookedAt lookedAt) {
    this.dossiers = dossiers;
    this.lookedAt = lookedAt;
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
    var codes = shown.stream().map(Dossier::code).toList();
    model.addAttribute("dossiers", shown);
    model.addAttribute("lookedAt", lookedAt.about(codes, payer.id()));
    model.addAttribute(
        "payable", shown.stream().anyMatch(each -> each.status() == Dossier.Status.UNPAID));
    model.addAttribute("page", Math.max(0, page));
    model.addAttribute("more", shown.size() == PAGE);
    return "dossiers";
  }
}
