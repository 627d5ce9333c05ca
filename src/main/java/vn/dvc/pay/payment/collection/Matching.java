package vn.dvc.pay.payment.collection;

import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.CounterDesk;
import vn.dvc.pay.payment.counter.Instructions;
import vn.dvc.pay.values.PaymentId;

/**
 * Gives a collection to the payment that waits for exactly it, or else to two persons: row, effect
 * and handled mark in one transaction.
 */
@Component
class Matching {
  /** So long a code that nobody knows may belong to an instruction whose commit is under way. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final CollectionRepository rows;
  private final Instructions instructions;
  private final PaymentBook book;
  private final CounterDesk desk;
  private final CollectionCases cases;
  private final BankMessages messages;
  private final DatabaseTime time;

  Matching(
      CollectionRepository rows,
      Instructions instructions,
      PaymentBook book,
      CounterDesk desk,
      CollectionCases cases,
      BankMessages messages,
      DatabaseTime time) {
    this.rows = rows;
    this.instructions = instructions;
    this.book = book;
    this.desk = desk;
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
    if (named.payments().size() == 1) {
      takeFor(named.payments().get(0), received);
    } else {
      cases.openUnknown(rows.saveAndFlush(new CollectionRow(received, null, null)), named);
    }
  }

  private boolean mayStillBecomeKnown(Instructions.Named named, CollectionReceived received) {
    return named.payments().isEmpty()
        && !named.codes().isEmpty()
        && time.now().isBefore(received.receivedAt().plus(PATIENCE));
  }

  private void takeFor(PaymentId id, CollectionReceived received) {
    var payment = book.lock(id);
    var code = instructions.find(id).orElseThrow().code();
    var row = rows.saveAndFlush(new CollectionRow(received, code, id));
    if (isExact(row, payment)) {
      row.bind();
      desk.collected(payment, row.id());
    } else {
      cases.open(row, payment);
    }
  }

  private boolean isExact(CollectionRow row, PaymentRow payment) {
    return payment.status() == PaymentStatus.WAITING_FOR_COLLECTION
        && row.amount().equals(payment.amount())
        && instructions.isCollectingAccount(row.account());
  }
}
