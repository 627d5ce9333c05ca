package vn.dvc.pay.web.pages.choice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;

/**
 * The dossiers that a payer chose to pay; their codes are the query of the choice's address.
 * Dossiers that cannot be paid are refused here, before a payment method is chosen.
 */
@Component
class ChosenDossiers {
  private final Dossiers dossiers;

  ChosenDossiers(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /**
   * @throws Problem no-dossiers (422), dossier-not-found (404), dossier-in-payment (409, with the
   *     fact {@code payment}), dossier-paid, dossier-cancelled (409)
   */
  List<Dossier> find(List<String> chosen, SignedInPayer payer) {
    return codes(chosen).stream().map(code -> payable(code, payer)).toList();
  }

  private Dossier payable(DossierCode code, SignedInPayer payer) {
    var dossier =
        dossiers
            .find(code)
            .filter(found -> found.content().payer().id().equals(payer.id()))
            .orElseThrow(() -> Problem.notFound("dossier-not-found"));
    return switch (dossier.status()) {
      case UNPAID -> dossier;
      case IN_PROGRESS ->
          throw Problem.conflict("dossier-in-payment").with("payment", dossier.payment());
      case PAID, REFUNDED -> throw Problem.conflict("dossier-paid");
      case CANCELLED -> throw Problem.conflict("dossier-cancelled");
    };
  }

  static List<DossierCode> codes(List<String> chosen) {
    if (chosen == null || chosen.isEmpty()) {
      throw Problem.invalid("no-dossiers");
    }
    if (chosen.size() > Payments.MAX_DOSSIERS) { // their codes would not fit into an address
      throw Problem.invalid("too-many-dossiers").with("most", Payments.MAX_DOSSIERS);
    }
    try {
      return chosen.stream().map(DossierCode::of).distinct().toList();
    } catch (IllegalArgumentException notACode) {
      throw Problem.notFound("dossier-not-found");
    }
  }

  /** What of this can be a selection: each code once, without what is no code. */
  static List<DossierCode> possible(@Nullable List<String> chosen) {
    var codes = new LinkedHashSet<DossierCode>();
    for (var text : chosen == null ? List.<String>of() : chosen) {
      try {
        codes.add(DossierCode.of(text));
      } catch (IllegalArgumentException notACode) {
        continue;
      }
    }
    return List.copyOf(codes);
  }

  /** The same as text, for the session; one too many is enough to tell that there were more. */
  static ArrayList<String> kept(@Nullable List<String> chosen) {
    var kept = possible(chosen).stream().limit(Payments.MAX_DOSSIERS + 1L);
    return kept.map(DossierCode::text).collect(Collectors.toCollection(ArrayList::new));
  }

  /** The query string that selects the same dossiers again. */
  static String query(List<DossierCode> codes) {
    return codes.stream().map(code -> "dossier=" + code).collect(Collectors.joining("&", "?", ""));
  }
}
