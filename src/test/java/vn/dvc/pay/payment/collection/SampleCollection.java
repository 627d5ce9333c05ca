package vn.dvc.pay.payment.collection;

import static vn.dvc.pay.payment.SamplePayment.NOW;

import java.util.UUID;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/** Money received, only in memory, for tests of rules. */
public final class SampleCollection {
  private SampleCollection() {}

  public static CollectionEntity undecided(PaymentEntity payment, long amount) {
    return new CollectionEntity(received(amount), "DVC123456789", payment.id());
  }

  static CollectionEntity bound(PaymentEntity payment, long amount, long taken) {
    var collection = undecided(payment, amount);
    collection.bind(Money.dong(taken));
    return collection;
  }

  static CollectionEntity held(PaymentEntity payment, long amount) {
    var collection = undecided(payment, amount);
    collection.hold("a-case");
    return collection;
  }

  static CollectionReceived received(long amount) {
    return new CollectionReceived(
        UUID.randomUUID(),
        "970415",
        "FT-" + UUID.randomUUID(),
        new AccountNumber("970415", "118000012345"),
        Money.dong(amount),
        "NOP PHI DVC123456789",
        NOW,
        NOW);
  }
}
