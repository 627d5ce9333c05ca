package vn.dvc.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes worlds, one after the other, and keeps what they share: the database server. */
public final class Worlds implements AutoCloseable {
  private final Path folder;
  private final List<String> options;
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
          ? new OurWorld(own, database, java, options)
          : new PlainWorld(way, own, database, java, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
