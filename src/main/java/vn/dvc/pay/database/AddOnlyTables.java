package vn.dvc.pay.database;

import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The tables whose rows nobody may change. Reports those that the application could change all the
 * same, because it owns them or was given more rights than it needs.
 */
@Component
public class AddOnlyTables {
  static final List<String> NAMES = List.of("audit_entry", "audit_seal");

  private static final String CHANGEABLE =
      """
      select relname from pg_class
      where relname in ('%s') and relnamespace = current_schema()::regnamespace
        and (has_table_privilege(oid, 'update') or has_table_privilege(oid, 'delete')
          or has_table_privilege(oid, 'truncate') or pg_has_role(relowner, 'member'))
      order by relname"""
          .formatted(String.join("', '", NAMES));

  private final JdbcOperations jdbc;

  AddOnlyTables(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty for any database but PostgreSQL. */
  public List<String> changeable() {
    return isPostgres() ? jdbc.queryForList(CHANGEABLE, String.class) : List.of();
  }

  private boolean isPostgres() {
    return "PostgreSQL"
        .equals(
            jdbc.execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName()));
  }
}
