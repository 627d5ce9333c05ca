package vn.dvc.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dvc.proof.LaidOut;

/** Makes worlds, one after the other, and keeps what they share: the database server. */
public final class Worlds implements AutoCloseable {
  private final Path folder;
  private final List<String> options;
  private final Map<String, List<String>> launches = new HashMap<>();
  private PostgresServer postgres;

  /**
   * @param folder for the files of all programs
   * @param options of Java for the application
   */
  public Worlds(Path folder, List<String> options) {
    this.folder = folder.toAbsolutePath();
    this.options = options;
  }

  /**
   * @param java the command that starts the application
   */
  public World start(Way way, Store store, String java) {
    try {
      var own = Files.createTempDirectory(folder, way.word() + "-");
      var database = store == Store.H2 ? new H2File(own) : server().fresh();
      return way == Way.OURS
          ? new OurWorld(own, database, java, launch(java), 1, List.of())
          : new PlainWorld(way, own, database, java, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Nodes of DVC Pay on one PostgreSQL.
   *
   * @param settings of each, besides the usual ones
   */
  public World nodes(String java, int nodes, List<String> settings) {
    try {
      var own = Files.createTempDirectory(folder, "nodes-");
      return new OurWorld(own, server().fresh(), java, launch(java), nodes, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What follows this Java to start the application as production does. */
  private List<String> launch(String java) throws IOException {
    var launch = launches.get(java);
    if (launch == null) {
      launch = new ArrayList<>(options);
      launch.addAll(LaidOut.of(Path.of("target", "dvc-pay.jar"), java));
      launches.put(java, launch);
    }
    return launch;
  }

  public String postgres() {
    return postgres == null ? "none" : postgres.described();
  }

  private PostgresServer server() {
    if (postgres == null) {
      postgres = new PostgresServer(folder);
    }
    return postgres;
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
