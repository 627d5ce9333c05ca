package vn.dvc.pay.dossier.record;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierSearch;
import vn.dvc.pay.values.text.PlainLetters;

/**
 * What a payer's search finds. Every page of dossiers asks this, so each question is one statement,
 * and its text stays the same for as many words, so that Hibernate translates it once.
 */
@Component
public class DossierSearches {
  private static final String FREE = "d.state = 'UNPAID' and r.dossier is null";
  private static final String FROM =
      """
      from DossierEntity d left join DossierReservationEntity r on r.dossier = d.code
      where d.payerId = :payer""";
  private static final String PAYABLE_FIRST =
      " order by case when "
          + FREE
          + " then 0 when d.state = 'UNPAID' then 1 else 2 end, d.createdAt desc, d.code desc";

  private final EntityManager entityManager;

  DossierSearches(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * @param payment the payment that has reserved it, null if there is none
   */
  public record Hit(DossierEntity dossier, @Nullable String payment) {}

  /**
   * @param total how many were found
   * @param payable how many with these words can be paid, whatever their status was to be
   */
  public record Counts(long total, long payable) {}

  /** A page of what holds every word, what can be paid first, then newest first. */
  public List<Hit> page(DossierSearch search, int page) {
    var words = words(search);
    var query =
        "select d as dossier, r.payment as payment "
            + FROM
            + matches(words)
            + " and "
            + is(search.status())
            + PAYABLE_FIRST;
    return with(words, search, query)
        .setFirstResult(page * DossierSearch.PAGE)
        .setMaxResults(DossierSearch.PAGE)
        .getResultStream()
        .map(row -> new Hit(row.get(0, DossierEntity.class), row.get(1, String.class)))
        .toList();
  }

  public Counts count(DossierSearch search) {
    var words = words(search);
    var query =
        "select coalesce(sum(case when %s then 1 else 0 end), 0), ".formatted(is(search.status()))
            + "coalesce(sum(case when %s then 1 else 0 end), 0) ".formatted(FREE)
            + FROM
            + matches(words);
    var row = with(words, search, query).getSingleResult();
    return new Counts(row.get(0, Number.class).longValue(), row.get(1, Number.class).longValue());
  }

  private TypedQuery<Tuple> with(List<String> words, DossierSearch search, String query) {
    var asked =
        entityManager.createQuery(query, Tuple.class).setParameter("payer", search.payerId());
    for (var word = 0; word < words.size(); word++) {
      asked.setParameter("word" + word, words.get(word));
    }
    return asked;
  }

  private static String is(Dossier.@Nullable Status status) {
    if (status == null) {
      return "1 = 1";
    }
    return switch (status) {
      case UNPAID -> FREE;
      case IN_PROGRESS -> "d.state = 'UNPAID' and r.dossier is not null";
      case PAID, REFUNDED, CANCELLED -> "d.state = '" + status.name() + "'";
    };
  }

  private static String matches(List<String> words) {
    var matches = new StringBuilder();
    for (var word = 0; word < words.size(); word++) {
      matches.append(" and d.searchText like :word").append(word).append(" escape '\\'");
    }
    return matches.toString();
  }

  private static List<String> words(DossierSearch search) {
    return Arrays.stream(PlainLetters.of(search.text()).split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .toList();
  }
}
