package vn.dvc.pay.dossier.record;

import org.springframework.data.jpa.domain.Specification;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.values.text.PlainLetters;

/** Filters the portal's list of dossiers by payer and status. */
public final class DossierFilter {
  private static final int LONGEST = 1200;

  private DossierFilter() {}

  /** What a search looks through: capitals without diacritics. */
  static String searchable(String code, DossierContent content) {
    var text = PlainLetters.of(code + " " + content.procedure() + " " + content.authority());
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  public static Specification<DossierEntity> of(String payerId, Dossier.Status status) {
    return Specification.allOf(payer(payerId), status(status));
  }

  private static Specification<DossierEntity> payer(String id) {
    return (dossier, query, is) -> id == null ? null : is.equal(dossier.get("payerId"), id);
  }

  private static Specification<DossierEntity> status(Dossier.Status status) {
    if (status == null) {
      return (dossier, query, is) -> null;
    }
    return switch (status) {
      case UNPAID -> state(DossierEntity.UNPAID).and(Specification.not(live()));
      case IN_PROGRESS -> state(DossierEntity.UNPAID).and(live());
      case PAID, REFUNDED, CANCELLED -> state(status.name());
    };
  }

  private static Specification<DossierEntity> state(String state) {
    return (dossier, query, is) -> is.equal(dossier.get("state"), state);
  }

  private static Specification<DossierEntity> live() {
    return (dossier, query, is) -> {
      var held = query.subquery(String.class);
      var live = held.from(DossierReservationEntity.class);
      var code = live.<String>get("dossier");
      return is.exists(held.select(code).where(is.equal(code, dossier.get("code"))));
    };
  }
}
