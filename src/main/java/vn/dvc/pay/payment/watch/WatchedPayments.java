package vn.dvc.pay.payment.watch;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.PaymentWatch;
import vn.dvc.pay.payment.Payments.Method;

/** Counts unfinished payments, of which there are few, however many have ended. */
@Component
class WatchedPayments implements PaymentWatch {
  /** Not parameters: the database plans by how rare each of them is. */
  private static final String UNFINISHED =
      Arrays.stream(PaymentStatus.values())
          .filter(status -> !status.isFinished())
          .map(status -> "'" + status.name() + "'")
          .collect(Collectors.joining(", "));

  private final JdbcClient jdbc;

  WatchedPayments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public BeingChecked beingChecked() {
    return jdbc.sql(
            """
            select count(*) as payments, min(begun) as since from (
              select p.id, max(e.reached_at) as begun
              from payment p join payment_event e on e.payment = p.id
              where p.status = 'BEING_CHECKED' and e.status = 'BEING_CHECKED'
              group by p.id) as checked""")
        .query(
            (row, number) -> {
              var since = row.getObject("since", OffsetDateTime.class);
              return new BeingChecked(
                  row.getLong("payments"), since == null ? null : since.toInstant());
            })
        .single();
  }

  @Override
  public List<Open> open() {
    return jdbc.sql(
            """
            select payment_method, status, count(*) as payments from payment
            where status in (%s) group by payment_method, status"""
                .formatted(UNFINISHED))
        .query(
            (row, number) ->
                new Open(
                    Method.valueOf(row.getString("payment_method")),
                    PaymentStatus.valueOf(row.getString("status")),
                    row.getLong("payments")))
        .list();
  }
}
