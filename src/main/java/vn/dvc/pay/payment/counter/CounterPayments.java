package vn.dvc.pay.payment.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.counter.CounterPaymentSteps.Verdict;
import vn.dvc.pay.payment.counter.instruction.InstructionEntity;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** The steps of counter-payment.bpmn while a payment waits for its money. */
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

  /** Whether it is paid according to our tables, whatever the message said. */
  @Transactional
  Verdict checkCollection(PaymentId id) {
    return money.isWhole(payments.lock(id)) ? Verdict.COLLECTED : Verdict.COLLECTION_AWAITED;
  }

  /**
   * Reminds once, by database time, because the engine's timer may fire early. After the window's
   * end the reminder is dropped but still marked as done: one that stayed due would fire again and
   * again and keep the end's timer from its turn.
   */
  @Transactional
  void remindPayer(PaymentId id) {
    var payment = payments.lock(id);
    var instruction = instructions.current(id);
    var now = time.now();
    if (instruction.reminderIsDue(now)) {
      instruction.reminded(now);
      if (now.isBefore(instruction.validUntil())) {
        tellPortal(payment, instruction);
      }
    }
  }

  /**
   * Stops the payment if its window has ended, by database time. While money is under review, the
   * payment keeps its dossiers: the decision may still pay it.
   */
  @Transactional
  Verdict endWindow(PaymentId id) {
    var payment = payments.lock(id);
    if (time.now().isBefore(payment.windowEndsAt())
        || payment.status() != PaymentStatus.WAITING_FOR_COLLECTION
        || money.isLookedAt(payment)) {
      return Verdict.COLLECTION_AWAITED;
    }
    payment.requestStop(StopReason.WINDOW_ENDED);
    return Verdict.ENDED;
  }

  @Transactional
  void returnHeld(PaymentId id) {
    money.giveBackHeld(payments.lock(id));
  }

  /**
   * When to end the window. While money is under review, this is checked again every hour, and at
   * once when the decision notifies the process.
   */
  @Transactional(readOnly = true)
  Instant windowEnds(PaymentId id) {
    var end = instructions.current(id).validUntil();
    var soon = time.now().plus(WHILE_LOOKED_AT);
    return end.isBefore(soon) && money.isLookedAt(payments.require(id)) ? soon : end;
  }

  Instant reminderDue(PaymentId id) {
    return instructions.current(id).nextReminder();
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
