package vn.dvc.pay.reconciliation.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
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

  List<DayOfBank> days(int page) {
    return jdbc
        .sql(
            """
            select id from reconciliation order by on_day desc, bank
            offset ? rows fetch first ? rows only""")
        .params(page * PAGE, PAGE)
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
