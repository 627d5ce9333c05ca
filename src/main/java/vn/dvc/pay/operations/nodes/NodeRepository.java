package vn.dvc.pay.operations.nodes;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dvc.pay.operations.nodes.SeenNode.State;
import vn.dvc.pay.time.DatabaseTime;

/** The table of nodes. */
@Repository
public class NodeRepository {
  /** A node that was killed and did not come back is missed for so long. */
  private static final String MISSED = "interval '1' hour";

  private final JdbcClient jdbc;
  private final DatabaseTime time;

  NodeRepository(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** The one that started last comes first. */
  public List<SeenNode> all() {
    return jdbc.sql(
            "select id, name, version, state, started_at, seen_at from node where seen_at > "
                + time.sql()
                + " - "
                + MISSED
                + " order by started_at desc, id")
        .query(
            (row, number) ->
                new SeenNode(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("version"),
                    State.valueOf(row.getString("state")),
                    row.getTimestamp("started_at").toInstant(),
                    row.getTimestamp("seen_at").toInstant()))
        .list();
  }

  /** False if the node is not in the table (any more). */
  boolean seen(UUID id, State state) {
    return jdbc.sql("update node set state = ?, seen_at = " + time.sql() + " where id = ?")
            .params(state.name(), id)
            .update()
        == 1;
  }

  void add(UUID id, String name, String version, State state) {
    jdbc.sql(
            "insert into node (id, name, version, state, started_at, seen_at) values (?, ?, ?, ?, %1$s, %1$s)"
                .formatted(time.sql()))
        .params(id, name, version, state.name())
        .update();
  }

  /** Whoever was called so before is followed by another; and those that nobody misses any more. */
  void forget(String name) {
    jdbc.sql("delete from node where name = ? or seen_at < " + time.sql() + " - " + MISSED)
        .param(name)
        .update();
  }

  void remove(UUID id) {
    jdbc.sql("delete from node where id = ?").param(id).update();
  }
}
