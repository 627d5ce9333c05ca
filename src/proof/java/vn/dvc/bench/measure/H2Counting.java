package vn.dvc.bench.measure;

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
    return Statements.of(
        application.sql(STATISTICS.formatted(++asked)).query(Statements.Counted::new).list());
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
