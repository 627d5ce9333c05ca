package vn.dvc.pay.payment.counter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.values.AccountNumber;

/** A payment's instruction. Changed only while its payment is locked. */
@Entity
@Table(name = "instruction")
class InstructionRow {
  @Id private String payment;

  /** Null until it is stored: so a new row is inserted, never merged. */
  @Version private Long version;

  private String code;
  private Instant validUntil;
  private Instant reminderDueAt;
  private Instant remindedAt;
  private String collectingBank;
  private String collectingAccount;
  private String collectingName;
  private UUID collection;

  protected InstructionRow() {}

  /**
   * @param reminder how long before its end the payer is reminded; zero for never
   */
  InstructionRow(PaymentRow row, PaymentCode code, CollectingAccount to, Duration reminder) {
    this.payment = row.id().text();
    this.code = code.text();
    this.validUntil = row.windowEndsAt();
    this.reminderDueAt = reminder.isZero() ? null : validUntil.minus(reminder);
    this.collectingBank = to.number().bank();
    this.collectingAccount = to.number().number();
    this.collectingName = to.name();
  }

  Payment.Instruction shown() {
    return new Payment.Instruction(code, validUntil, collecting(), collectingName);
  }

  AccountNumber collecting() {
    return new AccountNumber(collectingBank, collectingAccount);
  }

  String code() {
    return code;
  }

  Instant validUntil() {
    return validUntil;
  }

  /** When the payer is reminded; after the end when that is done with or not wanted. */
  Instant nextReminder() {
    var wanted = reminderDueAt != null && remindedAt == null;
    return wanted ? reminderDueAt : validUntil.plus(Duration.ofDays(1));
  }

  boolean reminderIsDue(Instant now) {
    return !now.isBefore(nextReminder());
  }

  void reminded(Instant now) {
    remindedAt = now;
  }

  boolean isPaid() {
    return collection != null;
  }

  UUID collection() {
    return collection;
  }

  void paidBy(UUID collection) {
    if (isPaid() && !this.collection.equals(collection)) {
      throw new IllegalStateException("An instruction is paid by one collection, never by two");
    }
    this.collection = collection;
  }
}
