package vn.dvc.pay.payment.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** Reads the collections of a payment, each with the amount that goes back. */
@Component
class CollectedForPayment implements IncomingMoney {
  private final JdbcClient jdbc;

  CollectedForPayment(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Collection> of(PaymentId payment) {
    return jdbc.sql(
            """
            select c.collected_at, c.received_at, c.amount, c.bank, c.reference, c.state,
              r.amount as returned, r.finished_at
            from collection c left join reversal r on r.id = c.reversal
            where c.payment = ? order by c.received_at, c.id""")
        .param(payment.text())
        .query(CollectedForPayment::collection)
        .list();
  }

  @Override
  public List<PaymentId> lookedAt(String payerId) {
    return jdbc.sql(
            """
            select distinct p.id from payment p join collection c on c.payment = p.id
            where p.payer_id = ? and c.state = ? order by p.id""")
        .param(payerId)
        .param(CollectionEntity.State.UNDECIDED.name())
        .query((row, number) -> PaymentId.of(row.getString(1)))
        .list();
  }

  private static Collection collection(ResultSet row, int number) throws SQLException {
    var returned = row.getLong("returned");
    return new Collection(
        at(row, "collected_at"),
        at(row, "received_at"),
        Money.dong(row.getLong("amount")),
        row.getString("bank"),
        row.getString("reference"),
        state(CollectionEntity.State.valueOf(row.getString("state"))),
        returned == 0 ? null : Money.dong(returned),
        at(row, "finished_at"));
  }

  private static State state(CollectionEntity.State state) {
    return switch (state) {
      case UNDECIDED -> State.LOOKED_AT;
      case HELD -> State.HELD;
      case BOUND, ACCEPTED -> State.TAKEN;
      case REVERSING -> State.RETURNING;
      case REVERSED -> State.RETURNED;
    };
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
