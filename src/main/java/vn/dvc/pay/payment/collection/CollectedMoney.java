package vn.dvc.pay.payment.collection;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** The collections that paid a payment at the counter, for its documents and refunds. */
@Component
public class CollectedMoney {
  private final CollectionRepository collections;

  CollectedMoney(CollectionRepository collections) {
    this.collections = collections;
  }

  /** The collections that paid, oldest first; several if the rest came in later. */
  public List<Collected> of(PaymentId payment) {
    return collections.of(payment.text(), CollectionEntity.State.PAYING).stream()
        .map(
            collection ->
                new Collected(
                    collection.bank(), collection.reference(), Money.dong(collection.taken())))
        .toList();
  }

  /** The banks' references, as a document lists them; empty if nothing was collected. */
  public String references(PaymentId payment) {
    return of(payment).stream().map(Collected::reference).collect(Collectors.joining(", "));
  }

  /**
   * The part of a bank's collection that a refund needs.
   *
   * @param amount the part of it that pays
   */
  public record Collected(String bank, String reference, Money amount) {}
}
