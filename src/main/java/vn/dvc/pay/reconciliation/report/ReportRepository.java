package vn.dvc.pay.reconciliation.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.reconciliation.Reconciliations.Summary;
import vn.dvc.pay.reconciliation.day.DayOfBank;
import vn.dvc.pay.reconciliation.day.DayRepository;

/** Reads the counts and lists for reports. */
@Component
public class ReportRepository {
  private static final int PAGE = 50;

  private final JdbcClient jdbc;
  private final DayRepository days;

  ReportRepository(JdbcClient jdbc, DayRepository days) {
    this.jdbc = jdbc;
    this.days = days;
  }

  /**
   * @param bank whose days, blank for all
   */
  List<DayOfBank> days(String bank, int page) {
    return jdbc
        .sql(
            """
            select id from reconciliation %s order by on_day desc, bank
            offset :from rows fetch first :page rows only"""
                .formatted(bank.isBlank() ? "" : "where bank = :bank"))
        .param("bank", bank)
        .param("from", page * PAGE)
        .param("page", PAGE)
        .query(String.class)
        .list()
        .stream()
        .map(days::require)
        .toList();
  }

  Map<LineClass, Long> counts(UUID statement, String bank, LocalDate day) {
    var counts = new EnumMap<LineClass, Long>(LineClass.class);
    for (var each : LineClass.values()) {
      counts.put(each, 0L);
    }
    jdbc.sql(
            """
            select line_class, count(*) from statement_line
            where statement = ? and line_class is not null group by line_class""")
        .param(statement)
        .query((row, number) -> counts.put(LineClass.valueOf(row.getString(1)), row.getLong(2)))
        .list();
    counts.put(LineClass.OURS_ONLY, count(bank, day, "kind = 'OURS_ONLY' and state <> 'SETTLED'"));
    return counts;
  }

  Summary summary(Instant now) {
    return jdbc.sql(
            """
            select differences, oldest, unfinished, due_since from
              (select count(*) as differences, min(found_at) as oldest from difference
                where state in ('OPEN', 'PENDING')) as d,
              (select count(*) as unfinished, min(due_at) as due_since from reconciliation
                where state <> 'DONE' and due_at <= ?) as r""")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Summary(
                    row.getLong("differences"),
                    instant(row, "oldest"),
                    row.getLong("unfinished"),
                    instant(row, "due_since")))
        .single();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  long open(String bank, LocalDate day) {
    return count(bank, day, "state in ('OPEN', 'PENDING')");
  }

  private long count(String bank, LocalDate day, String which) {
    return jdbc.sql("select count(*) from difference where bank = ? and on_day = ? and " + which)
        .params(bank, day)
        .query(Long.class)
        .single();
  }

  List<Row> lines(UUID statement, LineClass kind, int skip, int atMost) {
    return jdbc.sql(
            """
            select line_class, line_no, reference, bank_ref, credit, amount, booked_at, payment
            from statement_line where statement = ? and line_class = ? order by line_no
            offset ? rows fetch first ? rows only""")
        .params(statement, kind.name(), skip, atMost)
        .query(ReportRepository::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var booked = row.getObject("booked_at", OffsetDateTime.class);
    var amount = row.getObject("amount", Long.class);
    var kind = LineClass.valueOf(row.getString("line_class"));
    return new Row(
        kind,
        row.getInt("line_no"),
        row.getString("reference"),
        row.getString("bank_ref"),
        row.getObject("credit", Boolean.class),
        amount,
        kind == LineClass.MATCHED ? amount : null,
        booked == null ? null : booked.toInstant(),
        row.getString("payment"),
        null,
        null,
        null);
  }
}
