package vn.dvc.pay.operations.models;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dvc.pay.operations.models.Migration.State;
import vn.dvc.pay.values.Json;

/** Moves of running processes. */
@Repository
class MigrationRepository {
  private static final String COLUMNS =
      """
      select id, state, process, from_version, to_version, plan, proposed_by, proposed_at, why,
        decided_by, decided_at, reason, moved, stayed from model_migration""";

  private final JdbcClient jdbc;

  MigrationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Migration migration) {
    jdbc.sql(
            """
            insert into model_migration (id, state, process, from_version, to_version, plan,
              proposed_by, proposed_at, why)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            migration.id(),
            migration.state().name(),
            migration.process(),
            migration.from(),
            migration.to(),
            Json.write(migration.others()),
            migration.proposedBy(),
            migration.proposedAt().atOffset(ZoneOffset.UTC),
            migration.why())
        .update();
  }

  /** Whether it still waited. */
  boolean decide(UUID id, State state, String by, Instant at, String reason) {
    return jdbc.sql(
                """
                update model_migration set state = ?, decided_by = ?, decided_at = ?, reason = ?
                where id = ? and state = 'PROPOSED'""")
            .params(state.name(), by, at.atOffset(ZoneOffset.UTC), reason, id)
            .update()
        == 1;
  }

  void finish(UUID id, Migration.Result result) {
    jdbc.sql("update model_migration set moved = ?, stayed = ? where id = ?")
        .params(result.moved(), result.stayed(), id)
        .update();
  }

  List<Migration> newest() {
    return jdbc.sql(COLUMNS + " order by proposed_at desc fetch first 50 rows only")
        .query((row, number) -> migration(row))
        .list();
  }

  Optional<Migration> find(UUID id) {
    return jdbc.sql(COLUMNS + " where id = ?")
        .param(id)
        .query((row, number) -> migration(row))
        .optional();
  }

  private static Migration migration(ResultSet row) throws SQLException {
    return new Migration(
        row.getObject("id", UUID.class),
        State.valueOf(row.getString("state")),
        row.getString("process"),
        row.getInt("from_version"),
        row.getInt("to_version"),
        Json.read(row.getString("plan"), new TypeReference<Map<String, String>>() {}),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("why"),
        row.getString("decided_by") == null
            ? null
            : new Release.Decision(
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("reason")),
        row.getObject("moved") == null
            ? null
            : new Migration.Result(row.getInt("moved"), row.getInt("stayed")));
  }
}
