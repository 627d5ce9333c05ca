package vn.dvc.proof.chaos;

import java.nio.file.Path;
import javax.sql.DataSource;

/** A test's own PostgreSQL, for the failpoints to stop and start as the nemesis does. */
public final class StoppableDatabase implements AutoCloseable {
  private final DatabaseServer server;

  public StoppableDatabase(Path folder) {
    server = new DatabaseServer(folder);
  }

  public String url() {
    return server.url(server.port());
  }

  /** Works without the application. */
  public DataSource direct() {
    return server.direct();
  }

  /** As {@code pg_ctl stop -m immediate} does. */
  public void stopAtOnce() {
    server.stopAtOnce();
  }

  public void startAgain() {
    server.startAgain();
  }

  @Override
  public void close() {
    server.close();
  }
}
