package vn.dvc.pay.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.env.MockEnvironment;
import vn.dvc.pay.operations.nodes.SeenNode.State;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.time.TestTime;

/** Each node says that it lives, what it does, and that it goes; one that is killed is missed. */
class HeartbeatTest {
  private Migrated database;

  @AfterEach
  void forget() {
    database.jdbc.sql("delete from node").update();
  }

  @ParameterizedTest
  @EnumSource
  void aNodeStartsTakesRequestsDrainsAndGoes(Migrated database) {
    var node = node(database, "8080");
    node.beat();
    assertThat(states()).containsExactly(State.STARTING);
    node.changed(now(ReadinessState.ACCEPTING_TRAFFIC));
    assertThat(states()).containsExactly(State.READY);
    node.changed(now(ReadinessState.REFUSING_TRAFFIC));
    assertThat(states()).containsExactly(State.DRAINING);
    node.stop();
    assertThat(states()).isEmpty();
    node.beat();
    assertThat(states()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatWasKilledIsSilentUntilItStartsAgain(Migrated database) {
    node(database, "8080").beat();
    node(database, "8081").beat();
    database.jdbc.sql("update node set seen_at = current_timestamp - interval '2' minute").update();
    assertThat(nodes(database).all()).hasSize(2).allMatch(it -> it.isSilent(now()));

    node(database, "8080").beat();

    assertThat(nodes(database).all()).extracting(it -> it.isSilent(now())).contains(true, false);
    assertThat(nodes(database).all()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatDoesNotComeBackIsMissedForAnHour(Migrated database) {
    node(database, "8080").beat();
    database.jdbc.sql("update node set seen_at = current_timestamp - interval '2' hour").update();

    assertThat(nodes(database).all()).isEmpty();
  }

  /** A frozen one that others have forgotten. */
  @ParameterizedTest
  @EnumSource
  void aNodeThatComesToLifeAgainIsBack(Migrated database) {
    var frozen = node(database, "8080");
    frozen.beat();
    database.jdbc.sql("delete from node").update();
    frozen.beat();
    assertThat(states()).hasSize(1);
  }

  private Heartbeat node(Migrated database, String port) {
    this.database = database;
    var environment = new MockEnvironment().withProperty("local.server.port", port);
    return new Heartbeat(nodes(database), environment);
  }

  private static NodeRepository nodes(Migrated database) {
    return new NodeRepository(database.jdbc, TestTime.of(database));
  }

  private Iterable<State> states() {
    return nodes(database).all().stream().map(SeenNode::state).toList();
  }

  private Instant now() {
    return TestTime.of(database).now();
  }

  private AvailabilityChangeEvent<ReadinessState> now(ReadinessState state) {
    return new AvailabilityChangeEvent<>(this, state);
  }
}
