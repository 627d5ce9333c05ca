package vn.dvc.pay.dossier;

import org.springframework.data.jpa.domain.Specification;

/** Which dossiers a list shows. */
final class DossierFilter {
  private DossierFilter() {}

  static Specification<DossierRow> of(String payerId, Dossier.Status status) {
    return Specification.allOf(payer(payerId), status(status));
  }

  private static Specification<DossierRow> payer(String id) {
    return (dossier, query, is) -> id == null ? null : is.equal(dossier.get("payerId"), id);
  }

  private static Specification<DossierRow> status(Dossier.Status status) {
    if (status == null) {
      return (dossier, query, is) -> null;
    }
    return switch (status) {
      case UNPAID -> state(DossierRow.UNPAID).and(Specification.not(live()));
      case IN_PROGRESS -> state(DossierRow.UNPAID).and(live());
      case PAID, REFUNDED, CANCELLED -> state(status.name());
    };
  }

  private static Specification<DossierRow> state(String state) {
    return (dossier, query, is) -> is.equal(dossier.get("state"), state);
  }

  private static Specification<DossierRow> live() {
    return (dossier, query, is) -> {
      var held = query.subquery(String.class);
      var live = held.from(LiveRow.class);
      var code = live.<String>get("dossier");
      return is.exists(held.select(code).where(is.equal(code, dossier.get("code"))));
    };
  }
}
