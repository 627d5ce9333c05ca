package vn.dvc.pay.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.DeliveredEvents;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.testing.RowsRead;
import vn.dvc.pay.time.DatabaseTime;

/** PostgreSQL's plans are tested among a payment's statements. */
class DueEventsTest {

  @Test
  void whatWasDeliveredIsNotReadAgainOnH2() {
    DeliveredEvents.add(Migrated.H2.jdbc);

    var due =
        OutboxClaims.DUE.formatted(DatabaseTime.COLUMN, "current_timestamp", DatabaseTime.EVER);
    assertThat(RowsRead.by(Migrated.H2.jdbc, due, 4)).isLessThan(DeliveredEvents.MANY / 10);
  }
}
