package vn.dvc.pay.web.pages.choice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierSearch;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.MoneyLookedAt;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * The payer's dossiers, from which the payer selects those to pay. Searching, paging and selecting
 * all are submits of the one form, so the selection survives them, with and without script.
 */
@Controller
class DossierController {
  private static final int LONGEST_TEXT = 100;

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
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "show", defaultValue = "") String show,
      @RequestParam(name = "page", defaultValue = "0") int page,
      @RequestParam(name = "dossier", required = false) @Nullable List<String> codes,
      @RequestParam(name = "all", required = false) @Nullable String all,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model) {
    var kept = kept(model);
    var cut = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    var search = new DossierSearch(payer.id(), status(show), cut);
    var selected = kept.isEmpty() ? ChosenDossiers.possible(codes) : kept;
    if (all != null) {
      selected = withAll(selected, search);
    }
    if (selected.size() > Payments.MAX_DOSSIERS) { // the rest is dropped
      model.addAttribute("notice", "too-many-dossiers");
    }
    var list = list(search, Math.max(0, page), most(selected));
    var shown = list.dossiers().stream().map(Dossier::code).toList();
    model.addAttribute("list", list);
    model.addAttribute("statuses", Dossier.Status.values());
    model.addAttribute("lookedAt", lookedAt.about(shown, payer.id()));
    model.addAttribute(
        "here", selected.isEmpty() && page == 0 && !list.isFiltered() ? null : list.here());
    return "dossiers";
  }

  /** The selection of a form that was refused. */
  private static List<DossierCode> kept(Model model) {
    return model.getAttribute("kept") instanceof List<?> codes
        ? ChosenDossiers.possible(codes.stream().map(String::valueOf).toList())
        : List.of();
  }

  private DossierList list(DossierSearch search, int page, List<DossierCode> selected) {
    var found = dossiers.search(search, page);
    var last = found.pages() - 1;
    if (page > last) {
      return list(search, last, selected);
    }
    return new DossierList(
        search,
        page,
        found,
        dossiers.ofPayer(selected, search.payerId()).stream()
            .filter(dossier -> dossier.status() == Dossier.Status.UNPAID)
            .toList());
  }

  /** The selected dossiers, and as many of those searched for as one payment can take. */
  private List<DossierCode> withAll(List<DossierCode> selected, DossierSearch search) {
    var codes = new LinkedHashSet<>(selected);
    var found = dossiers.search(payable(search), 0);
    for (var page = 1; page <= found.pages(); page++) {
      for (var dossier : found.dossiers()) {
        if (codes.size() < Payments.MAX_DOSSIERS) {
          codes.add(dossier.code());
        }
      }
      if (codes.size() >= Payments.MAX_DOSSIERS || page == found.pages()) {
        break;
      }
      found = dossiers.search(payable(search), page);
    }
    return new ArrayList<>(codes);
  }

  private static List<DossierCode> most(List<DossierCode> selected) {
    return selected.subList(0, Math.min(Payments.MAX_DOSSIERS, selected.size()));
  }

  private static DossierSearch payable(DossierSearch search) {
    return new DossierSearch(search.payerId(), Dossier.Status.UNPAID, search.text());
  }

  private static Dossier.@Nullable Status status(String word) {
    for (var status : Dossier.Status.values()) {
      if (status.name().equalsIgnoreCase(word)) {
        return status;
      }
    }
    return null;
  }
}
