package vn.dvc.pay.payment.collection;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.counter.Instructions;
import vn.dvc.pay.values.PaymentId;

/** What the bank calls the money that paid at the counter; for the payment's papers. */
@Component
public class CollectedMoney {
  private final CollectionRepository rows;
  private final Instructions instructions;

  CollectedMoney(CollectionRepository rows, Instructions instructions) {
    this.rows = rows;
    this.instructions = instructions;
  }

  public Optional<String> referenceOf(PaymentId payment) {
    return instructions.collectionOf(payment).flatMap(rows::findById).map(CollectionRow::reference);
  }
}
