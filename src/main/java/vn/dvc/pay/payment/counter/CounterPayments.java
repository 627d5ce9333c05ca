package vn.dvc.pay.payment.counter;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Outbox;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.LineRow;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.book.StopReason;
import vn.dvc.pay.values.PaymentId;

/** What counter-payment.bpmn asks while a payment waits for its money. */
@Component
class CounterPayments {
  private final PaymentBook book;
  private final Instructions instructions;
  private final Outbox outbox;
  private final DatabaseTime time;

  CounterPayments(PaymentBook book, Instructions instructions, Outbox outbox, DatabaseTime time) {
    this.book = book;
    this.instructions = instructions;
    this.outbox = outbox;
    this.time = time;
  }

  @Transactional
  void openInstruction(PaymentId id) {
    book.lock(id).moveTo(PaymentStatus.WAITING_FOR_COLLECTION, time.now());
  }

  /** Whether a collection pays it, by our tables, whatever the message said. */
  @Transactional
  CounterVerdict checkCollection(PaymentId id) {
    book.lock(id);
    return instructions.collectionOf(id).isPresent()
        ? CounterVerdict.COLLECTED
        : CounterVerdict.COLLECTION_AWAITED;
  }

  /**
   * Reminds once, by database time: the engine's timer may come early. After the end it is too late
   * to remind, and done with all the same: a reminder that stayed due would come before the end's
   * timer for ever.
   */
  @Transactional
  void remindPayer(PaymentId id) {
    var row = book.lock(id);
    var instruction = instructions.row(id);
    var now = time.now();
    if (instruction.reminderIsDue(now)) {
      instruction.reminded(now);
      if (now.isBefore(instruction.validUntil())) {
        tellPortal(row, instruction);
      }
    }
  }

  /** Stops the payment when its window is over, by database time. */
  @Transactional
  CounterVerdict endWindow(PaymentId id) {
    var row = book.lock(id);
    if (time.now().isBefore(row.windowEndsAt())
        || row.status() != PaymentStatus.WAITING_FOR_COLLECTION) {
      return CounterVerdict.COLLECTION_AWAITED;
    }
    row.requestStop(StopReason.WINDOW_ENDED);
    return CounterVerdict.ENDED;
  }

  Instant windowEnds(PaymentId id) {
    return instructions.row(id).validUntil();
  }

  Instant reminderDue(PaymentId id) {
    return instructions.row(id).nextReminder();
  }

  private void tellPortal(PaymentRow row, InstructionRow instruction) {
    var data = new LinkedHashMap<String, Object>();
    data.put("payment", row.id().text());
    data.put("code", instruction.code());
    data.put("amount", row.amount().dong());
    data.put("currency", "VND");
    data.put("dossiers", row.lines().stream().map(LineRow::dossier).distinct().toList());
    data.put("validUntil", instruction.validUntil().toString());
    outbox.put("payment.reminder", data);
  }
}
