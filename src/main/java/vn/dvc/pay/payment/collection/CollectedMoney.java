package vn.dvc.pay.payment.collection;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.counter.Instructions;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** What the bank calls the money that paid at the counter; for the payment's papers and refunds. */
@Component
public class CollectedMoney {
  private final CollectionRepository rows;
  private final Instructions instructions;

  CollectedMoney(CollectionRepository rows, Instructions instructions) {
    this.rows = rows;
    this.instructions = instructions;
  }

  /** What paid at the counter, which two persons may have accepted though it was more or less. */
  public Optional<Collected> of(PaymentId payment) {
    return instructions
        .collectionOf(payment)
        .flatMap(rows::findById)
        .map(row -> new Collected(row.bank(), row.reference(), row.amount()));
  }

  /** A bank's collection, as far as giving it back needs to know it. */
  public record Collected(String bank, String reference, Money amount) {}

  public Optional<String> referenceOf(PaymentId payment) {
    return instructions.collectionOf(payment).flatMap(rows::findById).map(CollectionRow::reference);
  }
}
