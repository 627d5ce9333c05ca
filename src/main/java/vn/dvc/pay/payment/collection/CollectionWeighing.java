package vn.dvc.pay.payment.collection;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;

/** Holds money that came in against what its payment waits for. The payment is locked. */
@Component
class CollectionWeighing {
  /** A bank may book what it collected as of the day before the payer had the instruction. */
  private static final Duration BEFORE_THE_START = Duration.ofDays(1);

  private static final Set<CollectionRow.State> KEPT = EnumSet.of(CollectionRow.State.HELD);

  private final CollectionRepository rows;
  private final Instructions instructions;
  private final PaidFor paidFor;
  private final Duration clockSkew;

  CollectionWeighing(
      CollectionRepository rows,
      Instructions instructions,
      PaidFor paidFor,
      @Value("${dvc.bank.clock-skew:60s}") Duration clockSkew) {
    this.rows = rows;
    this.instructions = instructions;
    this.paidFor = paidFor;
    this.clockSkew = clockSkew;
  }

  /** Holds the dossiers for the payment again where it has ended and they are still free. */
  CollectionFacts facts(CollectionRow row, PaymentRow payment) {
    var standing = Standing.of(payment.status(), payment.windowEndsAt(), row.receivedAt());
    var settled = standing == Standing.SETTLED;
    return new CollectionFacts(
        settled ? Balance.Relation.NONE : balance(payment).relationOf(row.amount()),
        standing,
        !settled && isOwed(payment),
        isPlausible(row, payment),
        instructions.isCollectingAccount(row.account()));
  }

  Balance balance(PaymentRow payment) {
    var kept = rows.of(payment.id().text(), KEPT).stream().mapToLong(CollectionRow::taken).sum();
    return new Balance(payment.amount().dong(), kept);
  }

  /** Whether the dossiers are the payment's alone, and owe what they owed when it was made. */
  boolean isOwed(PaymentRow payment) {
    return paidFor.hold(payment) && PaidFor.oweTheSame(paidFor.dossiersOf(payment), payment);
  }

  private boolean isPlausible(CollectionRow row, PaymentRow payment) {
    return !row.collectedAt().isBefore(payment.createdAt().minus(BEFORE_THE_START))
        && !row.collectedAt().isAfter(row.receivedAt().plus(clockSkew));
  }
}
