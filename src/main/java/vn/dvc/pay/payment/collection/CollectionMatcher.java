package vn.dvc.pay.payment.collection;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.CollectionPolicy;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * Matches a collection to the payment that waits for it, or opens a case, as the decision table
 * rules. The record, its effect and the mark that the notice is handled commit in one transaction.
 */
@Component
class CollectionMatcher {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionMatcher.class);

  /** For this long an unknown code may belong to an instruction that is just being committed. */
  private static final Duration COMMIT_GRACE = Duration.ofMinutes(1);

  private final CollectionRepository collections;
  private final Instructions instructions;
  private final PaymentRepository payments;
  private final CollectionWeighing weighing;
  private final CollectionPolicy policy;
  private final CollectionTaking taking;
  private final CollectionCases cases;
  private final BankMessages messages;
  private final DatabaseTime time;

  CollectionMatcher(
      CollectionRepository collections,
      Instructions instructions,
      PaymentRepository payments,
      CollectionWeighing weighing,
      CollectionPolicy policy,
      CollectionTaking taking,
      CollectionCases cases,
      BankMessages messages,
      DatabaseTime time) {
    this.collections = collections;
    this.instructions = instructions;
    this.payments = payments;
    this.weighing = weighing;
    this.policy = policy;
    this.taking = taking;
    this.cases = cases;
    this.messages = messages;
    this.time = time;
  }

  /** Accepts a collection once, however often and through whichever channel it is reported. */
  @EventListener
  @Transactional
  void take(CollectionReceived received) {
    var named = instructions.namedIn(received.text());
    if (mayStillBecomeKnown(named, received) || !messages.handled(received.message())) {
      return; // the notice is redelivered, or the collection was already accepted
    }
    var before = taken(received);
    if (before.isEmpty()) {
      match(received);
    } else if (differs(before.get(), received)) {
      LOG.warn(
          "Security: bank {} reports {} under {}, which was accepted as {}",
          received.bank(),
          received.amount(),
          received.reference(),
          before.get().amount());
      cases.openDiffering(before.get(), received);
    }
  }

  /**
   * The transfer text may be truncated in one of the two messages; amount and account must agree.
   */
  private static boolean differs(CollectionEntity taken, CollectionReceived received) {
    return !taken.amount().equals(received.amount()) || !taken.account().equals(received.account());
  }

  /** The collection as already accepted, from its notice or from the bank's statement. */
  Optional<CollectionEntity> taken(CollectionReceived received) {
    return collections.findByBankAndReferenceIn(
        received.bank(), AttemptRef.spellings(received.reference()));
  }

  /** Runs in the caller's transaction, which guarantees that it is matched only once. */
  void match(CollectionReceived received) {
    var named = instructions.namedIn(received.text());
    if (named.payments().size() == 1) {
      takeFor(named, received);
    } else {
      leaveToPersons(named, received);
    }
  }

  private boolean mayStillBecomeKnown(Instructions.Named named, CollectionReceived received) {
    return named.payments().isEmpty()
        && !named.codes().isEmpty()
        && time.now().isBefore(received.receivedAt().plus(COMMIT_GRACE));
  }

  private void takeFor(Instructions.Named named, CollectionReceived received) {
    var payment = payments.lock(named.payments().get(0));
    var code = instructions.codesOf(payment.id()).stream().filter(named.codes()::contains);
    var collection =
        collections.saveAndFlush(
            new CollectionEntity(
                received,
                code.findFirst()
                    .orElseThrow(
                        () -> new IllegalStateException("No payment code of " + payment.id())),
                payment.id()));
    var facts = weighing.facts(collection, payment);
    var ruling = policy.rule(facts);
    collection.ruled(ruling);
    if (ruling.paysBy(facts)) {
      taking.byItself(collection, payment);
    } else {
      cases.open(collection, payment, ruling, facts);
    }
  }

  private void leaveToPersons(Instructions.Named named, CollectionReceived received) {
    var collection = collections.saveAndFlush(new CollectionEntity(received, null, null));
    var ruling = policy.rule(CollectionFacts.ofNoPayment(!named.payments().isEmpty()));
    collection.ruled(ruling);
    cases.openUnknown(collection, named, ruling);
  }
}
