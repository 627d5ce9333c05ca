package vn.dvc.pay.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.DeliveredEvents;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.testing.RowsRead;

/** PostgreSQL's plans are tested among a payment's statements. */
class EventsForPeopleDueTest {

  @Test
  void whatPeopleWereToldIsNotReadAgainOnH2() {
    DeliveredEvents.add(Migrated.H2.jdbc);

    assertThat(RowsRead.by(Migrated.H2.jdbc, OutboxForPeople.DUE, OffsetDateTime.now(), 4))
        .isLessThan(DeliveredEvents.MANY / 10);
  }
}
