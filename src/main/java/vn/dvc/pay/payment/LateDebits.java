package vn.dvc.pay.payment;

import java.util.Optional;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** What banks debited although its payment had ended without it. It always goes back. */
public interface LateDebits {

  /**
   * The amount of a late debit of this payment, once it is back.
   *
   * @param name as {@link IncomingMoney#nameOf}, of the bank and our reference for the debit
   */
  Optional<Money> returned(PaymentId payment, String name);
}
