package vn.dvc.pay.dossier.record;

import java.util.Arrays;
import org.springframework.data.jpa.domain.Specification;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.DossierSearch;
import vn.dvc.pay.values.text.PlainLetters;

/** Filters the list of dossiers by payer, status and text, and orders it. */
public final class DossierFilter {
  private static final int LONGEST = 1200;

  private DossierFilter() {}

  /** What a search looks through: capitals without diacritics. */
  static String searchable(String code, DossierContent content) {
    var text = PlainLetters.of(code + " " + content.procedure() + " " + content.authority());
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /** The dossiers that hold every word, those that can be paid first, then newest first. */
  public static Specification<DossierEntity> of(DossierSearch search) {
    var words =
        Arrays.stream(PlainLetters.of(search.text()).split(" ")).map(DossierFilter::word).toList();
    return of(search.payerId(), search.status())
        .and(Specification.allOf(words))
        .and(payableFirst());
  }

  private static Specification<DossierEntity> word(String word) {
    var pattern = "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return (dossier, query, is) -> is.like(dossier.get("searchText"), pattern, '\\');
  }

  private static Specification<DossierEntity> payableFirst() {
    return (dossier, query, is) -> {
      var unpaid = is.equal(dossier.get("state"), DossierEntity.UNPAID);
      var rank =
          is.selectCase()
              .when(is.and(unpaid, is.not(live().toPredicate(dossier, query, is))), 0)
              .when(unpaid, 1)
              .otherwise(2);
      query.orderBy(is.asc(rank), is.desc(dossier.get("createdAt")), is.desc(dossier.get("code")));
      return null;
    };
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
