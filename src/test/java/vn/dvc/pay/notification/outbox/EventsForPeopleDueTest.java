package vn.dvc.pay.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.testing.RowsRead;

/** PostgreSQL's plans are tested among a payment's statements. */
class EventsForPeopleDueTest {

  @Test
  void whatPeopleWereToldIsNotReadAgainOnH2() {
    Migrated.H2
        .jdbc
        .sql(
            """
            insert into outbox (event_id, event_type, subject, body, attempts, delivered_at)
            select random_uuid(), 't', 'S' || x, '{}', 1, current_timestamp
            from system_range(1, 1000)""")
        .update();

    assertThat(RowsRead.by(Migrated.H2.jdbc, OutboxForPeople.DUE, OffsetDateTime.now(), 4))
        .isLessThan(100);
  }
}
