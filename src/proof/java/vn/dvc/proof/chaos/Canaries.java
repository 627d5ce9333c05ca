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
 * Looks for all card numbers, and for some codes, in every column of every table and in every file
 * of ours. Codes are six digits, so only a few are looked for: a thousand would be found anywhere.
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

  /** Not the sandbox's own files, which know every code, nor the database's, read as tables. */
  private static boolean isOurs(Path file) {
    return !file.startsWith("sandbox") && !file.startsWith("postgres");
  }
}
