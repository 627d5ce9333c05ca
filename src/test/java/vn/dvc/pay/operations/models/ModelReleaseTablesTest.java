package vn.dvc.pay.operations.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.dvc.pay.testing.Migrated;

/** Whatever our program did: the tables take no release and no move of one person alone. */
class ModelReleaseTablesTest {
  @ParameterizedTest
  @EnumSource
  void whoeverUploadedCannotReleaseOrRefuse(Migrated database) {
    for (var state : new String[] {"RELEASED", "REFUSED"}) {
      assertThatThrownBy(() -> release(database, state, "analyst-1"))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    release(database, "WITHDRAWN", "analyst-1");
    release(database, "RELEASED", "operator-1");
  }

  @ParameterizedTest
  @EnumSource
  void whoeverPlannedAMoveCannotMakeIt(Migrated database) {
    assertThatThrownBy(() -> move(database, "analyst-1"))
        .isInstanceOf(DataIntegrityViolationException.class);
    move(database, "operator-1");
  }

  private static void release(Migrated database, String state, String by) {
    database
        .jdbc
        .sql(
            """
            insert into model_release (id, number, state, proposed_by, proposed_at, why, rehearsal,
              decided_by, decided_at, reason)
            values (?, (select coalesce(max(number), 0) + 1 from model_release), ?, 'analyst-1',
              current_timestamp, 'x', '[]', ?, current_timestamp, 'y')""")
        .params(UUID.randomUUID(), state, by)
        .update();
  }

  private static void move(Migrated database, String by) {
    database
        .jdbc
        .sql(
            """
            insert into model_migration (id, state, process, from_version, to_version, plan,
              proposed_by, proposed_at, why, decided_by, decided_at, reason)
            values (?, 'DONE', 'counter-payment', 1, 2, '{}', 'analyst-1', current_timestamp, 'x',
              ?, current_timestamp, 'y')""")
        .params(UUID.randomUUID(), by)
        .update();
  }
}
