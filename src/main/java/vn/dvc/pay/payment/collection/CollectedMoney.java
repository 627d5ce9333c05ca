package vn.dvc.pay.payment.collection;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** What banks call the money that paid at the counter; for the payment's papers and refunds. */
@Component
public class CollectedMoney {
  private final CollectionRepository collections;

  CollectedMoney(CollectionRepository collections) {
    this.collections = collections;
  }

  /** What paid at the counter, oldest first: more than one where the rest came in later. */
  public List<Collected> of(PaymentId payment) {
    return collections.of(payment.text(), CollectionEntity.State.PAYING).stream()
        .map(
            collection ->
                new Collected(
                    collection.bank(), collection.reference(), Money.dong(collection.taken())))
        .toList();
  }

  /** The banks' names of it, as a paper lists them; empty where nothing paid. */
  public String references(PaymentId payment) {
    return of(payment).stream().map(Collected::reference).collect(Collectors.joining(", "));
  }

  /**
   * A bank's collection, as far as giving it back needs to know it.
   *
   * @param amount what of it pays
   */
  public record Collected(String bank, String reference, Money amount) {}
}
