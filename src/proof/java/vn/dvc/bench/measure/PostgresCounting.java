package vn.dvc.bench.measure;

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
    return Statements.of(
        server
            .sql(
                """
                select s.query, s.calls from pg_stat_statements s
                join pg_database d on d.oid = s.dbid where d.datname = ?""")
            .param(database)
            .query(Statements.Counted::new)
            .list());
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
