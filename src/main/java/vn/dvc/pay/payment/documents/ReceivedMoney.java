package vn.dvc.pay.payment.documents;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.DocumentContent.Received;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.values.PaymentId;

/** What a payment's documents say about the money that came in for it. */
@Component
class ReceivedMoney {
  private final IncomingMoney incoming;

  ReceivedMoney(IncomingMoney incoming) {
    this.incoming = incoming;
  }

  boolean leavesToPay(PaymentId id) {
    return IncomingMoney.leavesToPay(incoming.of(id));
  }

  /** The collections that paid it; empty if it was one collection of exactly its amount. */
  List<Received> unlessExact(PaymentEntity payment) {
    var taken = in(State.TAKEN, payment.id());
    var exact = taken.size() == 1 && taken.get(0).amount().equals(payment.amount());
    return exact ? List.of() : taken;
  }

  /** The collections kept until the rest comes in. */
  List<Received> kept(PaymentId id) {
    return in(State.HELD, id);
  }

  private List<Received> in(State state, PaymentId id) {
    return incoming.of(id).stream()
        .filter(each -> each.state() == state)
        .map(each -> new Received(each.amount(), each.collectedAt(), each.returned()))
        .toList();
  }
}
