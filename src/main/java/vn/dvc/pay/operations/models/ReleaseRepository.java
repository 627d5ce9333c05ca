package vn.dvc.pay.operations.models;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dvc.pay.engine.rehearsal.Rehearsed;
import vn.dvc.pay.operations.models.Release.Decision;
import vn.dvc.pay.operations.models.Release.State;
import vn.dvc.pay.values.Json;

/** Releases and their files. */
@Repository
class ReleaseRepository {
  private static final String COLUMNS =
      """
      select id, number, state, proposed_by, proposed_at, why, rehearsal, decided_by, decided_at,
        reason from model_release""";

  private final JdbcClient jdbc;

  ReleaseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int nextNumber() {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from model_release")
        .query(Integer.class)
        .single();
  }

  void add(Release release) {
    jdbc.sql(
            """
            insert into model_release
              (id, number, state, proposed_by, proposed_at, why, rehearsal)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            release.id(),
            release.number(),
            release.state().name(),
            release.proposedBy(),
            release.proposedAt().atOffset(ZoneOffset.UTC),
            release.why(),
            Json.write(release.rehearsal()))
        .update();
    for (var file : release.files()) {
      jdbc.sql(
              "insert into model_release_file (release, name, replaces, content) values (?, ?, ?, ?)")
          .param(release.id())
          .param(file.name())
          .param(file.before())
          .param(file.content())
          .update();
    }
  }

  /** Whether it still waited. */
  boolean decide(UUID id, State state, String by, Instant at, String reason) {
    return jdbc.sql(
                """
                update model_release set state = ?, decided_by = ?, decided_at = ?, reason = ?
                where id = ? and state = 'PROPOSED'""")
            .params(state.name(), by, at.atOffset(ZoneOffset.UTC), reason, id)
            .update()
        == 1;
  }

  /** Newest first, without their files. */
  List<Release> newest() {
    return jdbc.sql(COLUMNS + " order by number desc fetch first 50 rows only")
        .query((row, number) -> release(row, List.of()))
        .list();
  }

  Optional<Release> find(UUID id) {
    return jdbc.sql(COLUMNS + " where id = ?")
        .param(id)
        .query((row, number) -> release(row, files(id)))
        .optional();
  }

  private List<Release.File> files(UUID release) {
    return jdbc.sql(
            "select name, replaces, content from model_release_file where release = ? order by name")
        .param(release)
        .query(
            (row, number) ->
                new Release.File(
                    row.getString("name"), row.getBytes("replaces"), row.getBytes("content")))
        .list();
  }

  private static Release release(ResultSet row, List<Release.File> files) throws SQLException {
    return new Release(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        State.valueOf(row.getString("state")),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("why"),
        Json.read(row.getString("rehearsal"), new TypeReference<List<Rehearsed>>() {}),
        decision(row),
        files);
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    return row.getString("decided_by") == null
        ? null
        : new Decision(
            row.getString("decided_by"),
            row.getTimestamp("decided_at").toInstant(),
            row.getString("reason"));
  }
}
