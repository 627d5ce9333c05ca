package vn.dvc.pay.payment.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.PaymentSearch;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.IdentityNumber;
import vn.dvc.pay.values.text.PlainLetters;

/** Searches our tables; each number is looked up by its own index. */
@Component
class StoredPaymentSearch implements PaymentSearch {
  private static final String COLUMNS =
      "select p.id, p.created_at, p.payer_kind, p.payer_id, p.payer_name, p.payment_method,"
          + " p.status, p.reason, p.amount, p.bank, p.last4 from payment p";

  private static final String HAVING_THE_NUMBER =
      """
      p.id in (
        select id from payment where payer_id = :identity
        union select payment from instruction where code = :number
        union select payment from receipt where number = :number
        union select payment from collection where reference in (:spellings)
        union select payment_line.payment from payment_line where dossier = :number
        union select subject from attempt where bank_ref in (:spellings)
        union select r.payment from reversal r join attempt a on a.subject = r.id
          where a.bank_ref in (:spellings)""";

  private static final String HAVING_THE_REFERENCE =
      """

        union select subject from attempt where attempt_ref = :reference
        union select r.payment from reversal r join attempt a on a.subject = r.id
          where a.attempt_ref = :reference
        union select a.subject from attempt a join bank_call c on c.attempt_ref = a.attempt_ref
          where c.call_ref = :reference""";

  private final JdbcClient jdbc;

  StoredPaymentSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Hit> find(Wanted wanted, int page) {
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    words(wanted, conditions, values);
    equal("payment_method", wanted.method(), conditions, values);
    equal("status", wanted.status(), conditions, values);
    equal("bank", wanted.bank(), conditions, values);
    day("created_at >= :from", "from", wanted.from(), 0, conditions, values);
    day("created_at < :before", "before", wanted.to(), 1, conditions, values);
    var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.sql(
            COLUMNS
                + where
                + " order by p.created_at desc, p.id offset :skip rows fetch first :most rows only")
        .params(values)
        .param("skip", page * PAGE)
        .param("most", PAGE)
        .query(StoredPaymentSearch::hit)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Hit> named(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(COLUMNS + " where p.id in (:ids) fetch first :most rows only")
        .param("ids", ids)
        .param("most", PAGE)
        .query(StoredPaymentSearch::hit)
        .stream()
        .collect(Collectors.toMap(hit -> hit.id().text(), hit -> hit));
  }

  private static void words(Wanted wanted, List<String> conditions, Map<String, Object> values) {
    var words = CleanText.of(wanted.words());
    if (isEmpty(words)) {
      return;
    }
    if (words.matches("\\d{4}")) {
      conditions.add("p.last4 = :last4");
      values.put("last4", words);
      return;
    }
    var meanings = new ArrayList<String>();
    // Both a name and a number are possible: one payment code in thirty is all letters.
    if (words.matches(".* .*|\\D*")) {
      meanings.add("p.payer_search like :name escape '!'");
      values.put("name", "%" + literally(PlainLetters.of(words)) + "%");
    }
    var number = words.replace(" ", "");
    var capitals = number.toUpperCase(Locale.ROOT);
    values.put("number", capitals);
    values.put("identity", IdentityNumber.normal(number));
    values.put("spellings", List.of(number, capitals, number.toLowerCase(Locale.ROOT)));
    var reference = AttemptRef.parse(number).map(AttemptRef::id);
    reference.ifPresent(it -> values.put("reference", it));
    meanings.add(HAVING_THE_NUMBER + (reference.isPresent() ? HAVING_THE_REFERENCE : "") + ")");
    conditions.add("(" + String.join(" or ", meanings) + ")");
  }

  private static String literally(String words) {
    return words.replaceAll("[!%_]", "!$0");
  }

  private static void equal(
      String column, Object wanted, List<String> conditions, Map<String, Object> values) {
    if (wanted != null && !wanted.toString().isBlank()) {
      conditions.add("p.%s = :%s".formatted(column, column));
      values.put(column, wanted.toString());
    }
  }

  private static void day(
      String condition,
      String name,
      LocalDate day,
      int later,
      List<String> conditions,
      Map<String, Object> values) {
    if (day != null) {
      conditions.add("p." + condition);
      values.put(name, VietnamTime.startOf(day.plusDays(later)).atOffset(ZoneOffset.UTC));
    }
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isBlank();
  }

  private static Hit hit(ResultSet row, int number) throws SQLException {
    return new Hit(
        PaymentId.of(row.getString("id")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new Payer(
            Payer.Kind.valueOf(row.getString("payer_kind")),
            row.getString("payer_id"),
            row.getString("payer_name")),
        Method.valueOf(row.getString("payment_method")),
        PaymentStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        Money.dong(row.getLong("amount")),
        row.getString("bank"),
        row.getString("last4"));
  }
}
