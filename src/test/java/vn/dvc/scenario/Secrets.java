package vn.dvc.scenario;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Searches for card numbers and OTPs where they must never be. */
public final class Secrets {
  private final Set<String> words;
  private final Pattern others;

  /** A secret counts only if it stands alone; six digits inside a longer number do not. */
  public Secrets(String... secrets) {
    var isWord = Stream.of(secrets).collect(partitioningBy(Secrets::isWord));
    words = Set.copyOf(isWord.get(true));
    var one = isWord.get(false).stream().map(Pattern::quote).collect(joining("|"));
    others =
        one.isEmpty()
            ? Pattern.compile("(?!)")
            : Pattern.compile("(?<![0-9A-Za-z])(?:" + one + ")(?![0-9A-Za-z])");
  }

  /**
   * Every column of every table that contains one, including the engine's tables and binary
   * columns.
   */
  public List<String> inTablesOf(DataSource database) throws SQLException {
    var found = new ArrayList<String>();
    int looked = 0;
    try (var connection = database.getConnection();
        var tables =
            connection
                .getMetaData()
                .getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"});
        var statement = connection.createStatement()) {
      while (tables.next()) {
        var schema = tables.getString("TABLE_SCHEM");
        if (!schema.equalsIgnoreCase("public")) {
          continue;
        }
        looked++;
        var table = tables.getString("TABLE_NAME");
        try (var rows = statement.executeQuery("select * from \"" + table + "\"")) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              if (holds(rows.getObject(i))) {
                found.add(table + "." + rows.getMetaData().getColumnName(i));
              }
            }
          }
        }
      }
    }
    if (looked < 50) {
      throw new IllegalStateException(
          "Only " + looked + " tables: the scan looks in the wrong place");
    }
    return found;
  }

  /** Every file in the folder that contains one. */
  public List<Path> inFilesBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(this::holds).toList();
    }
  }

  /** However many secrets there are, words are looked up once. */
  public boolean holds(String text) {
    int begun = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isOfAWord(text.charAt(i))) {
        begun = begun < 0 ? i : begun;
      } else if (begun >= 0) {
        if (words.contains(text.substring(begun, i))) {
          return true;
        }
        begun = -1;
      }
    }
    return others.matcher(text).find();
  }

  private static boolean isWord(String secret) {
    return !secret.isEmpty() && secret.chars().allMatch(sign -> isOfAWord((char) sign));
  }

  private static boolean isOfAWord(char sign) {
    return sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z';
  }

  private boolean holds(Path file) {
    try {
      return holds(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      return false;
    }
  }

  private boolean holds(Object value) throws SQLException {
    if (value instanceof String text) {
      return holds(text);
    }
    if (value instanceof Clob clob) {
      return holds(clob.getSubString(1, (int) clob.length()));
    }
    if (value instanceof Blob blob) {
      return holds(latin(blob.getBytes(1, (int) blob.length())));
    }
    return value instanceof byte[] bytes && holds(latin(bytes));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
