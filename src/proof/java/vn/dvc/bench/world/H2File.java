package vn.dvc.bench.world;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.dvc.bench.measure.Counting;
import vn.dvc.bench.measure.H2Counting;

/**
 * The database of the default profile, a file of the application, which alone opens it; only our
 * own questions come from outside.
 */
final class H2File implements Database {
  private final String url;
  private SingleConnectionDataSource connection;

  H2File(Path folder) {
    url = "jdbc:h2:file:" + folder.resolve("dvc-pay") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
  }

  @Override
  public List<String> settings() {
    return List.of(
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=sa",
        "--spring.datasource.password=");
  }

  @Override
  public Counting counting() {
    return new H2Counting(connection());
  }

  @Override
  public JdbcClient jdbc() {
    return JdbcClient.create(connection());
  }

  private SingleConnectionDataSource connection() {
    if (connection == null) {
      connection = new SingleConnectionDataSource(url, "sa", "", true);
    }
    return connection;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.destroy();
    }
  }
}
