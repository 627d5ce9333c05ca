package vn.dvc.pay.payment.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.counter.instruction.InstructionEntity;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** What counter-payment.bpmn asks while a payment waits for its money. */
@Component
class CounterPayments {
  private static final Duration WHILE_LOOKED_AT = Duration.ofHours(1);

  private final PaymentRepository payments;
  private final Instructions instructions;
  private final CounterMoney money;
  private final Outbox outbox;
  private final DatabaseTime time;

  CounterPayments(
      PaymentRepository payments,
      Instructions instructions,
      CounterMoney money,
      Outbox outbox,
      DatabaseTime time) {
    this.payments = payments;
    this.instructions = instructions;
    this.money = money;
    this.outbox = outbox;
    this.time = time;
  }

  @Transactional
  void openInstruction(PaymentId id) {
    payments.lock(id).moveTo(PaymentStatus.WAITING_FOR_COLLECTION, time.now());
  }

  /** Whether it is paid, by our tables, whatever the message said. */
  @Transactional
  CounterVerdict checkCollection(PaymentId id) {
    return money.isWhole(payments.lock(id))
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
    var payment = payments.lock(id);
    var instruction = instructions.row(id);
    var now = time.now();
    if (instruction.reminderIsDue(now)) {
      instruction.reminded(now);
      if (now.isBefore(instruction.validUntil())) {
        tellPortal(payment, instruction);
      }
    }
  }

  /**
   * Stops the payment when its window is over, by database time. While two persons look at money
   * that came in, it goes on holding its dossiers: what they decide may still pay it.
   */
  @Transactional
  CounterVerdict endWindow(PaymentId id) {
    var payment = payments.lock(id);
    if (time.now().isBefore(payment.windowEndsAt())
        || payment.status() != PaymentStatus.WAITING_FOR_COLLECTION
        || money.isLookedAt(payment)) {
      return CounterVerdict.COLLECTION_AWAITED;
    }
    payment.requestStop(StopReason.WINDOW_ENDED);
    return CounterVerdict.ENDED;
  }

  @Transactional
  void returnHeld(PaymentId id) {
    money.giveBackHeld(payments.lock(id));
  }

  /**
   * When the window is to be ended. While two persons look at money that came in, that is asked
   * again every hour; their decision, of which the process is told, has it asked at once.
   */
  @Transactional(readOnly = true)
  Instant windowEnds(PaymentId id) {
    var end = instructions.row(id).validUntil();
    var soon = time.now().plus(WHILE_LOOKED_AT);
    return end.isBefore(soon) && money.isLookedAt(payments.find(id).orElseThrow()) ? soon : end;
  }

  Instant reminderDue(PaymentId id) {
    return instructions.row(id).nextReminder();
  }

  private void tellPortal(PaymentEntity payment, InstructionEntity instruction) {
    var data = new LinkedHashMap<String, Object>();
    data.put("payment", payment.id().text());
    data.put("code", instruction.code());
    data.put("amount", instruction.amount().dong());
    data.put("currency", "VND");
    data.put("dossiers", payment.lines().stream().map(PaymentLine::dossier).distinct().toList());
    data.put("validUntil", instruction.validUntil().toString());
    outbox.put("payment.reminder", data);
  }
}
