package vn.dvc.pay.payment.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.PaymentStory;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** Finds the attempts of a payment and of its reversals. */
@Component
class StoredPaymentStory implements PaymentStory {
  private final JdbcClient jdbc;
  private final BankCalls calls;

  StoredPaymentStory(JdbcClient jdbc, BankCalls calls) {
    this.jdbc = jdbc;
    this.calls = calls;
  }

  @Override
  @Transactional(readOnly = true)
  public List<AttemptMade> attempts(PaymentId payment) {
    return jdbc
        .sql(
            """
            select attempt_ref from attempt where subject in (
              select cast(:payment as varchar) union all
              select id from reversal where payment = :payment)
            order by opened_at, attempt_ref""")
        .param("payment", payment.text())
        .query(UUID.class)
        .list()
        .stream()
        .map(AttemptRef::new)
        .map(ref -> new AttemptMade(calls.attempt(ref), calls.made(ref)))
        .toList();
  }

  /**
   * Status, entries and cancellation change the payment's own row; a call that is sent, and money
   * that comes in or goes back, change others.
   */
  @Override
  public Map<PaymentId, Mark> marks(Set<PaymentId> payments) {
    if (payments.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select p.id, p.status, p.version,
              (select count(c.sent_at) from attempt a join bank_call c on c.attempt_ref = a.attempt_ref
                where a.subject = p.id) as calls,
              (select sum(m.version + 1) from collection m where m.payment = p.id) as money
            from payment p where p.id in (:payments)""")
        .param("payments", payments.stream().map(PaymentId::text).toList())
        .query(
            (row, number) ->
                Map.entry(
                    PaymentId.of(row.getString("id")),
                    new Mark(
                        row.getLong("version")
                            + "-"
                            + row.getLong("calls")
                            + "-"
                            + row.getLong("money"),
                        PaymentStatus.valueOf(row.getString("status")).isFinished())))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
