package vn.dvc.pay.payment.refund.record;

import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Reserves dossiers for a refund ({@code refund_hold}). Uses plain SQL, so that an insert fails at
 * once if the dossier is already reserved.
 */
@Component
public class RefundReservations {
  private final JdbcClient jdbc;

  RefundReservations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The payment's dossiers that are in a refund, each with the refund's id. */
  public Map<String, String> of(PaymentId payment) {
    var held = new HashMap<String, String>();
    jdbc.sql(
            "select h.dossier, h.refund from refund_hold h join refund r on r.id = h.refund"
                + " where r.payment = ?")
        .param(payment.text())
        .query((row, number) -> held.put(row.getString(1), row.getString(2)))
        .list();
    return held;
  }

  /**
   * @throws Problem refund-already-asked (409)
   */
  public void take(String dossier, String refund) {
    try {
      jdbc.sql("insert into refund_hold (dossier, refund) values (?, ?)")
          .params(dossier, refund)
          .update();
    } catch (DuplicateKeyException anotherWasFirst) {
      throw Problem.conflict("refund-already-asked").with("dossier", dossier);
    }
  }

  public void release(String refund) {
    jdbc.sql("delete from refund_hold where refund = ?").param(refund).update();
  }
}
