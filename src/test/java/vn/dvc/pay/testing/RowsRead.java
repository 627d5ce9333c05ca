package vn.dvc.pay.testing;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows H2 reads to answer a query. */
public final class RowsRead {
  private static final Pattern COUNT = Pattern.compile("scanCount: (\\d+)");

  private RowsRead() {}

  public static long by(JdbcClient h2, String query, Object... parameters) {
    var plan = h2.sql("explain analyze " + query).params(parameters).query(String.class).single();
    return COUNT.matcher(plan).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }
}
