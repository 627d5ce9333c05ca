package vn.dvc.bench.measure;

import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts by {@code pg_stat_statements}, over a connection to another database of the server. */
public final class PostgresCounting implements Counting {
  private final JdbcClient server;
  private final JdbcClient application;
  private final String database;
  private final long postmaster;

  /**
   * @param server any other database of this server, which has the extension
   * @param application the database that is measured
   */
  public PostgresCounting(
      DataSource server, DataSource application, String database, long postmaster) {
    this.server = JdbcClient.create(server);
    this.application = JdbcClient.create(application);
    this.database = database;
    this.postmaster = postmaster;
  }

  @Override
  public Statements statements() {
    record Counted(String sql, long calls) {}
    var rows =
        server
            .sql(
                """
                select s.query, s.calls from pg_stat_statements s
                join pg_database d on d.oid = s.dbid where d.datname = ?""")
            .param(database)
            .query((row, number) -> new Counted(row.getString(1), row.getLong(2)))
            .list();
    Map<String, Long> calls =
        rows.stream()
            .filter(row -> !row.sql().contains("/* bench */"))
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
    return Processor.millisOfTree(postmaster);
  }
}
