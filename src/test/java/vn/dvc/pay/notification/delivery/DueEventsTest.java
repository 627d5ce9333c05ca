package vn.dvc.pay.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.testing.RowsRead;
import vn.dvc.pay.time.DatabaseTime;

/** PostgreSQL's plans are tested among a payment's statements. */
class DueEventsTest {

  @Test
  void whatWasDeliveredIsNotReadAgainOnH2() {
    Migrated.H2
        .jdbc
        .sql(
            """
            insert into outbox (event_id, event_type, subject, body, attempts, delivered_at)
            select random_uuid(), 't', 'S' || x, '{}', 1, current_timestamp
            from system_range(1, 1000)""")
        .update();

    var due =
        OutboxClaims.DUE.formatted(DatabaseTime.COLUMN, "current_timestamp", DatabaseTime.EVER);
    assertThat(RowsRead.by(Migrated.H2.jdbc, due, 4)).isLessThan(100);
  }
}
