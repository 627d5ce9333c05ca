package vn.dvc.pay.reversal.record;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/**
 * How much of each original is being returned or has been ({@code taken_money}). Callers first lock
 * the attempt or collection that took the money, so that no two of them share the remainder; the
 * table's check constraint is the second guard. A reservation is never released, because a reversal
 * only ends once the money has been returned, in whatever way.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TakenMoneyRepository {
  private static final String WHERE = " where bank = ? and reference = ? and booking = ?";

  private final JdbcClient jdbc;

  TakenMoneyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws Problem money-given-back (409) if less than this amount is left
   */
  public void reserve(OriginalMoney original, Money amount) {
    var left = left(original);
    if (amount.dong() > left) {
      throw Problem.conflict("money-given-back")
          .with("reference", original.reference())
          .with("left", left);
    }
    jdbc.sql("update taken_money set given_back = given_back + ?" + WHERE)
        .params(amount.dong(), original.bank(), original.reference(), original.booking())
        .update();
  }

  /** How many whole dong may still be returned; the original stays locked. */
  public long left(OriginalMoney original) {
    var taken = lockTaken(original);
    if (update(original, taken) == 0) {
      jdbc.sql(
              "insert into taken_money (bank, reference, booking, amount, given_back)"
                  + " values (?, ?, ?, ?, 0)")
          .params(original.bank(), original.reference(), original.booking(), taken)
          .update();
    }
    return jdbc.sql("select amount - given_back from taken_money" + WHERE)
        .params(original.bank(), original.reference(), original.booking())
        .query(Long.class)
        .single();
  }

  /** A signed statement may show that more was taken than we requested. */
  private int update(OriginalMoney original, long taken) {
    return jdbc.sql("update taken_money set amount = greatest(amount, ?)" + WHERE)
        .params(taken, original.bank(), original.reference(), original.booking())
        .update();
  }

  private long lockTaken(OriginalMoney original) {
    var query =
        original.attempt() == null
            ? jdbc.sql("select amount from collection where bank = ? and reference = ? for update")
                .params(original.bank(), original.collection())
            : jdbc.sql("select amount from attempt where bank = ? and attempt_ref = ? for update")
                .params(original.bank(), original.attempt().id());
    var ours =
        query
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new IllegalStateException("No such collection or attempt"));
    var onStatement = original.onStatement();
    if (onStatement == null) {
      return ours;
    }
    return original.isFurtherBooking() ? onStatement.dong() : Math.max(ours, onStatement.dong());
  }
}
