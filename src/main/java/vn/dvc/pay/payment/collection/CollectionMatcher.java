package vn.dvc.pay.payment.collection;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.payment.collection.decision.CollectionCases;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.CollectionPolicy;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * Gives a collection to the payment that waits for it, or else to two persons, as the analysts'
 * table rules: row, effect and handled mark in one transaction.
 */
@Component
class CollectionMatcher {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionMatcher.class);

  /** So long a code that nobody knows may belong to an instruction whose commit is under way. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

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

  /** Takes it once, however often and wherever it is told. */
  @EventListener
  @Transactional
  void take(CollectionReceived received) {
    var named = instructions.namedIn(received.text());
    if (mayStillBecomeKnown(named, received) || !messages.handled(received.message())) {
      return; // and is told again, or was taken before
    }
    var before = taken(received);
    if (before.isEmpty()) {
      match(received);
    } else if (differs(before.get(), received)) {
      LOG.warn(
          "Security: bank {} tells of {} under {}, which was taken in as {}",
          received.bank(),
          received.amount(),
          received.reference(),
          before.get().amount());
      cases.openDiffering(before.get(), received);
    }
  }

  /** Its text may be cut in one place and whole in the other; how much came in, and where, not. */
  private static boolean differs(CollectionEntity taken, CollectionReceived told) {
    return !taken.amount().equals(told.amount()) || !taken.account().equals(told.account());
  }

  /** What became of it already: by its notice, or from the bank's statement. */
  Optional<CollectionEntity> taken(CollectionReceived told) {
    return collections.findByBankAndReferenceIn(
        told.bank(), AttemptRef.spellings(told.reference()));
  }

  /** In the caller's transaction, which makes sure that it is matched once. */
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
        && time.now().isBefore(received.receivedAt().plus(PATIENCE));
  }

  private void takeFor(Instructions.Named named, CollectionReceived received) {
    var payment = payments.lock(named.payments().get(0));
    var code = instructions.codesOf(payment.id()).stream().filter(named.codes()::contains);
    var collection =
        collections.saveAndFlush(
            new CollectionEntity(received, code.findFirst().orElseThrow(), payment.id()));
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
