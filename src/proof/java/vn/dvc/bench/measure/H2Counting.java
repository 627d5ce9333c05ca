package vn.dvc.bench.measure;

import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts by H2's own statistics, over a second connection to the application's database. */
public final class H2Counting implements Counting {
  private static final int MAX_STATEMENTS = 5_000;

  /** Numbered, because H2 answers the same question again from memory while no data changes. */
  private static final String STATISTICS =
      """
      select sql_statement, execution_count
      from information_schema.query_statistics /* bench %d */""";

  private final JdbcClient application;
  private int asked;

  public H2Counting(DataSource application) {
    this.application = JdbcClient.create(application);
    this.application.sql("set query_statistics true").update();
    this.application.sql("set query_statistics_max_entries " + MAX_STATEMENTS).update();
  }

  @Override
  public Statements statements() {
    record Counted(String sql, long calls) {}
    var rows =
        application
            .sql(STATISTICS.formatted(++asked))
            .query((row, number) -> new Counted(row.getString(1), row.getLong(2)))
            .list();
    Map<String, Long> calls =
        rows.stream()
            .filter(row -> !row.sql().contains("/* bench"))
            .collect(Collectors.groupingBy(Counted::sql, Collectors.summingLong(Counted::calls)));
    return new Statements(calls);
  }

  @Override
  public long flowNodes() {
    return application
        .sql("select count(*) /* bench */ from act_hi_actinst")
        .query(Long.class)
        .single();
  }

  @Override
  public long processorMillis() {
    return 0;
  }
}
