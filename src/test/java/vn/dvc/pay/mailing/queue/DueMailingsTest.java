package vn.dvc.pay.mailing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.testing.RowsRead;

/** PostgreSQL's plans are tested among a payment's statements. */
class DueMailingsTest {

  @Test
  void whatWasSentIsNotReadAgainOnH2() {
    Migrated.H2
        .jdbc
        .sql(
            """
            insert into mailing (id, kind, channel, address, created_at, attempts, sent_at)
            select random_uuid(), 'RECEIPT', 'EMAIL', 'a' || x || '@example.vn', current_timestamp,
              1, current_timestamp
            from system_range(1, 1000)""")
        .update();

    var now = OffsetDateTime.now();
    assertThat(RowsRead.by(Migrated.H2.jdbc, MailingClaims.DUE, "EMAIL", now, now, 4))
        .isLessThan(100);
  }
}
