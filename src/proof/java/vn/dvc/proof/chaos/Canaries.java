package vn.dvc.proof.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Where one was found. The sandbox's own files and the database's are not ours. */
  List<String> in(DataSource database, Path folder) {
    try {
      var found = new ArrayList<String>(secrets.inTablesOf(database));
      secrets.inFilesBelow(folder).stream()
          .map(folder::relativize)
          .map(Path::toString)
          .filter(file -> !file.startsWith("sandbox/data-sandbox"))
          .filter(file -> !file.startsWith("postgres/"))
          .forEach(found::add);
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
