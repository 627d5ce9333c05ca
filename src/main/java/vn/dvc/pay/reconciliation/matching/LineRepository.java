package vn.dvc.pay.reconciliation.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads statement lines for matching. A day's statement is the newest one imported. */
@Component
class LineRepository {
  private static final int CHUNK = 500;
  private static final String BOOKED =
      """
      select l.reference, l.account, l.credit, l.takes_back, l.amount, l.entry_ref, l.bank_ref,
        r.on_day, l.line_no
      from statement_line l join reconciliation r on r.statement = l.statement
      where l.reference in (:references) and r.bank = :bank
      order by r.on_day, l.line_no""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  LineRepository(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The next lines after this one, at most so many. */
  List<Line> after(UUID statement, int line, int atMost) {
    return jdbc.sql(
            """
            select line_no, account, entry_ref, bank_ref, reference, amount, credit, takes_back,
              booked_at, unreadable, line_class, payment
            from statement_line where statement = ? and line_no > ? order by line_no
            fetch first ? rows only""")
        .params(statement, line, atMost)
        .query(LineRepository::line)
        .list();
  }

  /** The bookings under these references, in the order of days and lines. */
  List<StatedBooking> bookings(String bank, Collection<String> references) {
    return inChunks(
        references,
        some ->
            jdbc.sql(BOOKED)
                .param("references", some)
                .param("bank", bank)
                .query(LineRepository::stated)
                .list());
  }

  void write(UUID statement, List<LineMatcher.Classified> lines) {
    batches.batchUpdate(
        """
        update statement_line set line_class = ?, payment = ?, reference = ?
        where statement = ? and line_no = ?""",
        lines.stream()
            .filter(LineMatcher.Classified::isNew)
            .map(
                it ->
                    new Object[] {
                      it.kind().name(),
                      it.payment(),
                      it.line().reference(),
                      statement,
                      it.line().number()
                    })
            .toList());
  }

  /** Queries some hundreds at a time, because databases limit the number of parameters. */
  static <T> List<T> inChunks(Collection<String> names, Function<List<String>, List<T>> ask) {
    var all = List.copyOf(names);
    var found = new ArrayList<T>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      found.addAll(ask.apply(all.subList(from, Math.min(all.size(), from + CHUNK))));
    }
    return found;
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    var booked = row.getObject("booked_at", OffsetDateTime.class);
    return new Line(
        row.getInt("line_no"),
        row.getString("account"),
        row.getString("entry_ref"),
        row.getString("bank_ref"),
        row.getString("reference"),
        row.getLong("amount"),
        row.getBoolean("credit"),
        row.getBoolean("takes_back"),
        booked == null ? null : booked.toInstant(),
        row.getString("unreadable"),
        row.getString("line_class"),
        row.getString("payment"));
  }

  private static StatedBooking stated(ResultSet row, int number) throws SQLException {
    return new StatedBooking(
        row.getObject("on_day", LocalDate.class),
        row.getInt("line_no"),
        new Booked(
            row.getString("reference"),
            row.getString("account"),
            row.getBoolean("credit"),
            row.getBoolean("takes_back"),
            row.getLong("amount"),
            row.getString("entry_ref"),
            row.getString("bank_ref")));
  }

  /** A booking and where it is stated. */
  record StatedBooking(LocalDate day, int line, Booked booking) {

    boolean isBefore(LocalDate other, int otherLine) {
      return day.isBefore(other) || day.equals(other) && line < otherLine;
    }

    boolean isAfter(LocalDate other, int otherLine) {
      return day.isAfter(other) || day.equals(other) && line > otherLine;
    }
  }
}
