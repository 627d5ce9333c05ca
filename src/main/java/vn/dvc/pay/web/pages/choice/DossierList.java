package vn.dvc.pay.web.pages.choice;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierSearch;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;

/** One page of the payer's dossiers, with all that are selected, also those on other pages. */
record DossierList(
    DossierSearch search, int page, DossierSearch.Found found, List<Dossier> selected) {

  public List<Dossier> dossiers() {
    return found.dossiers();
  }

  /** How many of those searched for can be paid. */
  public long payable() {
    return found.payable();
  }

  public int pages() {
    return found.pages();
  }

  public boolean isFiltered() {
    return search.status() != null || !search.text().isBlank();
  }

  public boolean isSelected(DossierCode code) {
    return selected.stream().anyMatch(dossier -> dossier.code().equals(code));
  }

  /** Selected dossiers that this page does not show. */
  public List<Dossier> selectedElsewhere() {
    var shown = dossiers().stream().map(Dossier::code).toList();
    return selected.stream().filter(dossier -> !shown.contains(dossier.code())).toList();
  }

  /** The total of the selected dossiers, null if there are none. */
  public @Nullable Money sum() {
    return selected.stream().map(Dossier::amount).reduce(Money::plus).orElse(null);
  }

  /** How many "select all" selects. */
  public long selectable() {
    return Math.min(payable(), Payments.MAX_DOSSIERS);
  }

  public int most() {
    return Payments.MAX_DOSSIERS;
  }

  /** The query that shows this again with the same selection. */
  public String here() {
    return query(selected);
  }

  /** The query that shows this again with nothing selected. */
  public String unselected() {
    return query(List.of());
  }

  private String query(List<Dossier> kept) {
    var status = search.status();
    return UriComponentsBuilder.newInstance()
        .queryParam("q", "{q}")
        .queryParam("show", status == null ? "" : status.name().toLowerCase(Locale.ROOT))
        .queryParam("page", page)
        .queryParam("dossier", kept.stream().map(Dossier::code).toArray())
        .encode()
        .buildAndExpand(search.text())
        .toUriString();
  }
}
