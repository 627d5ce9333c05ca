package vn.dvc.pay.web.api.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent.Beneficiary;
import vn.dvc.pay.dossier.DossierContent.Fee;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.Link;

/** A dossier as the API shows it. */
record DossierView(
    String code,
    Dossier.Status status,
    String statusText,
    @Nullable String procedure,
    @Nullable String authority,
    Payer payer,
    @Nullable LocalDate dueDate,
    List<FeeView> fees,
    long amount,
    @Nullable String payment,
    @Nullable String receipt,
    @JsonProperty("_links") Link.Links links) {

  record FeeView(String code, String name, long amount, Beneficiary beneficiary) {
    static FeeView of(Fee fee) {
      return new FeeView(fee.code(), fee.name(), fee.amount().dong(), fee.beneficiary());
    }
  }

  static DossierView of(Dossier dossier, Messages messages, Locale language) {
    var content = dossier.content();
    return new DossierView(
        dossier.code().text(),
        dossier.status(),
        messages.status("dossier", dossier.status().name(), language),
        content.procedure(),
        content.authority(),
        content.payer(),
        content.dueDate(),
        content.fees().stream().map(FeeView::of).toList(),
        dossier.amount().dong(),
        dossier.payment(),
        dossier.receipt(),
        Link.Links.to("/api/v1/dossiers/" + dossier.code()));
  }
}
