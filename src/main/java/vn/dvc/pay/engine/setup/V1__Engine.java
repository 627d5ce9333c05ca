package vn.dvc.pay.engine.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the engine's own scripts, before ours. Flyway's lock lets nodes
 * start together. The scripts come from the engine's jar, so a new engine version also needs a
 * migration with its upgrade script.
 */
@Component
class V1__Engine extends BaseJavaMigration {
  private static final List<String> SCRIPTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    String database = database(connection.getMetaData().getDatabaseProductName());
    for (String script : SCRIPTS) {
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource(
              "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql"
                  .formatted(database, script)));
    }
  }

  private static String database(String product) {
    return switch (product) {
      case "H2" -> "h2";
      case "PostgreSQL" -> "postgres";
      default ->
          throw new IllegalStateException("DVC Pay runs on PostgreSQL or H2, not " + product);
    };
  }
}
