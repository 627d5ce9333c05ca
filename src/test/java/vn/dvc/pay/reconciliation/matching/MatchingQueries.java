package vn.dvc.pay.reconciliation.matching;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.matching.LineMatcher.Classified;

/** Each statement with which lines are read and written while a statement is matched. */
public final class MatchingQueries {
  private static final String BANK = "970415";

  private MatchingQueries() {}

  public static void ask(JdbcClient jdbc, JdbcTemplate batches) {
    var lines = new LineRepository(jdbc, batches);
    var none = UUID.randomUUID();
    lines.after(none, 0, 1000);
    lines.bookings(BANK, List.of("none"));
    var line = new Line(1, null, null, null, "none", 1, true, false, null, null, null, null);
    lines.write(none, List.of(new Classified(line, LineClass.MATCHED, null, null)));
  }
}
