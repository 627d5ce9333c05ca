package vn.dvc.pay.database;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * After each migration, where the owner of the tables is another than the application: what the
 * application may do with them. It only ever adds to {@link AddOnlyTables}.
 */
@Component
class OwnersGrants extends BaseCallback {
  private final DatabaseOwner owner;
  private final JdbcConnectionDetails application;

  OwnersGrants(DatabaseOwner owner, JdbcConnectionDetails application) {
    this.owner = owner;
    this.application = application;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE && owner.isApart();
  }

  @Override
  public void handle(Event event, Context context) {
    var jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    var schema = jdbc.queryForObject("select current_schema()", String.class);
    var role = "\"" + application.getUsername().replace("\"", "\"\"") + "\"";
    jdbc.execute(
        "grant select, insert, update, delete on all tables in schema %s to %s"
            .formatted(schema, role));
    jdbc.execute("grant usage, select on all sequences in schema %s to %s".formatted(schema, role));
    Stream.of(List.of("flyway_schema_history"), AddOnlyTables.NAMES)
        .flatMap(List::stream)
        .forEach(
            table -> jdbc.execute("revoke update, delete, truncate on " + table + " from " + role));
  }
}
