package vn.dvc.pay.payment.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
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
    var subjects =
        new ArrayList<>(
            jdbc.sql("select id from reversal where payment = ?")
                .param(payment.text())
                .query(String.class)
                .list());
    subjects.add(payment.text());
    return jdbc
        .sql(
            """
            select attempt_ref from attempt where subject in (:subjects)
            order by opened_at, attempt_ref""")
        .param("subjects", subjects)
        .query(UUID.class)
        .list()
        .stream()
        .map(AttemptRef::new)
        .map(ref -> new AttemptMade(calls.attempt(ref), calls.made(ref)))
        .toList();
  }
}
