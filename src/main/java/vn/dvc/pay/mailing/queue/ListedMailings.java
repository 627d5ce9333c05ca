package vn.dvc.pay.mailing.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.Mailing;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.mailing.Mailings;
import vn.dvc.pay.values.Payer;

/** Lists the messages to a payer. */
@Service
class ListedMailings implements Mailings {
  private static final String OF_PAYER =
      """
      select kind, channel, address, subject, created_at, sent_at, failed_at from mailing
      where payer_id = ? and payer_kind = ? and dropped_at is null
      order by created_at desc, id fetch first 50 rows only""";

  private final JdbcClient jdbc;

  ListedMailings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Mailing> of(Payer payer) {
    return jdbc.sql(OF_PAYER)
        .params(payer.id(), payer.kind().name())
        .query((row, number) -> mailing(row))
        .list();
  }

  private static Mailing mailing(ResultSet row) throws SQLException {
    return new Mailing(
        MailingKind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        row.getString("subject"),
        row.getTimestamp("created_at").toInstant(),
        state(row));
  }

  private static Mailing.State state(ResultSet row) throws SQLException {
    if (row.getObject("sent_at") != null) {
      return Mailing.State.SENT;
    }
    return row.getObject("failed_at") == null ? Mailing.State.ON_ITS_WAY : Mailing.State.FAILED;
  }
}
