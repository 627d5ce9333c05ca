package vn.dvc.pay.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole content of the test's database, including the engine's tables, as one text. */
class DatabaseText {
  private DatabaseText() {}

  static String everything(JdbcClient jdbc) {
    StringBuilder text = new StringBuilder();
    List<String> tables =
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
            .query(String.class)
            .list();
    for (String table : tables) {
      for (Map<String, Object> row :
          jdbc.sql("select * from \"" + table + "\"").query().listOfRows()) {
        row.values().forEach(value -> text.append(text(value)).append('\n'));
      }
    }
    return text.toString();
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : String.valueOf(value);
  }
}
