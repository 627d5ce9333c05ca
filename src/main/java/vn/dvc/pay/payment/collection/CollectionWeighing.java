package vn.dvc.pay.payment.collection;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.collection.policy.Balance;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.PaidFor;
import vn.dvc.pay.payment.collection.policy.PaymentStanding;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Compares money that came in with what its payment waits for. The payment must be locked. */
@Component
public class CollectionWeighing {
  /** A bank may date a collection on the day before the payer received the instruction. */
  private static final Duration BEFORE_THE_START = Duration.ofDays(1);

  private static final Set<CollectionEntity.State> KEPT = EnumSet.of(CollectionEntity.State.HELD);

  private final CollectionRepository collections;
  private final Instructions instructions;
  private final PaidFor paidFor;
  private final Duration clockSkew;

  CollectionWeighing(
      CollectionRepository collections,
      Instructions instructions,
      PaidFor paidFor,
      @Value("${dvc.bank.clock-skew:60s}") Duration clockSkew) {
    this.collections = collections;
    this.instructions = instructions;
    this.paidFor = paidFor;
    this.clockSkew = clockSkew;
  }

  /** Also reserves the dossiers again if the payment has ended and they are still free. */
  CollectionFacts facts(CollectionEntity collection, PaymentEntity payment) {
    var standing =
        PaymentStanding.of(payment.status(), payment.windowEndsAt(), collection.receivedAt());
    var settled = standing == PaymentStanding.SETTLED;
    return new CollectionFacts(
        settled ? Balance.Relation.NONE : balance(payment).relationOf(collection.amount()),
        standing,
        !settled && isOwed(payment),
        isPlausible(collection, payment),
        instructions.isCollectingAccount(collection.account()));
  }

  public Balance balance(PaymentEntity payment) {
    var kept =
        collections.of(payment.id().text(), KEPT).stream().mapToLong(CollectionEntity::taken).sum();
    return new Balance(payment.amount().dong(), kept);
  }

  /**
   * Whether only this payment holds the dossiers, and they still owe what they did when it started.
   */
  public boolean isOwed(PaymentEntity payment) {
    return paidFor.hold(payment) && PaidFor.oweUnchanged(paidFor.dossiersOf(payment), payment);
  }

  private boolean isPlausible(CollectionEntity collection, PaymentEntity payment) {
    return !collection.collectedAt().isBefore(payment.createdAt().minus(BEFORE_THE_START))
        && !collection.collectedAt().isAfter(collection.receivedAt().plus(clockSkew));
  }
}
