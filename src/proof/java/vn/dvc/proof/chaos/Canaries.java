package vn.dvc.proof.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.dvc.scenario.Secrets;

/**
 * Searches every column of every table and every file of ours for all card numbers and for some
 * codes. Codes have six digits, so only a few are searched for: a thousand would turn up by
 * coincidence.
 */
final class Canaries {
  private static final int CODES = 20;

  private final Secrets secrets;

  Canaries(List<String> codes) {
    var all = new ArrayList<>(Plan.numbers());
    codes.stream().filter(code -> !code.endsWith("00")).limit(CODES).forEach(all::add);
    secrets = new Secrets(all.toArray(String[]::new));
  }

  /** Where one was found. */
  List<String> in(DataSource database, Path folder) {
    try {
      var found = new ArrayList<String>(secrets.inTablesOf(database));
      try (var programs = Files.list(folder)) {
        for (var program : programs.filter(it -> isOurs(folder.relativize(it))).toList()) {
          secrets.inFilesBelow(program).stream().map(Path::toString).forEach(found::add);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Excludes the sandbox's own files, which contain every code, and the database's, which are read
   * as tables.
   */
  private static boolean isOurs(Path file) {
    return !file.startsWith("sandbox") && !file.startsWith("postgres");
  }
}
