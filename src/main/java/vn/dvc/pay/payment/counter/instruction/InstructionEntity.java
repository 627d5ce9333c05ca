package vn.dvc.pay.payment.counter.instruction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.text.PaymentCode;

/** A payment instruction. Change it only while its payment is locked. */
@Entity
@Table(name = "instruction")
public class InstructionEntity {
  private static final Duration NEVER = Duration.ofDays(3650);

  @Id private String code;

  /** Null until stored, so that a new entity is inserted, never merged. */
  @Version private @Nullable Long version;

  private String payment;
  private int issue;
  private long amount;
  private Instant issuedAt;
  private Instant validUntil;
  private Instant reminderDueAt;
  private Instant remindedAt;
  private String collectingBank;
  private String collectingAccount;
  private String collectingName;

  protected InstructionEntity() {}

  /**
   * The first instruction of a payment, for its whole amount.
   *
   * @param reminder how long before the window's end the payer is reminded; zero for never
   */
  InstructionEntity(PaymentEntity of, PaymentCode code, CollectingAccount to, Duration reminder) {
    this.code = code.text();
    this.payment = of.id().text();
    this.issue = 1;
    this.amount = of.amount().dong();
    this.issuedAt = of.createdAt();
    this.validUntil = of.windowEndsAt();
    this.reminderDueAt = reminder.isZero() ? null : validUntil.minus(reminder);
    this.collectingBank = to.number().bank();
    this.collectingAccount = to.number().number();
    this.collectingName = to.name();
  }

  /** A further instruction for the rest, with the same validity and reminder period. */
  InstructionEntity next(PaymentCode code, Money rest, Instant now) {
    var next = new InstructionEntity();
    next.code = code.text();
    next.payment = payment;
    next.issue = issue + 1;
    next.amount = rest.dong();
    next.issuedAt = now;
    next.validUntil = now.plus(Duration.between(issuedAt, validUntil));
    next.reminderDueAt =
        reminderDueAt == null ? null : now.plus(Duration.between(issuedAt, reminderDueAt));
    next.collectingBank = collectingBank;
    next.collectingAccount = collectingAccount;
    next.collectingName = collectingName;
    return next;
  }

  public Payment.Instruction snapshot() {
    return new Payment.Instruction(
        code, validUntil, collecting(), collectingName, Money.dong(amount));
  }

  AccountNumber collecting() {
    return new AccountNumber(collectingBank, collectingAccount);
  }

  public String code() {
    return code;
  }

  public Money amount() {
    return Money.dong(amount);
  }

  public Instant validUntil() {
    return validUntil;
  }

  /**
   * When to remind the payer. A reminder that is done or unwanted is set to never: while money is
   * under review, the window may stay open long after its end, and a reminder due then would stay
   * due for ever.
   */
  public Instant nextReminder() {
    var wanted = reminderDueAt != null && remindedAt == null;
    return wanted ? reminderDueAt : validUntil.plus(NEVER);
  }

  public boolean reminderIsDue(Instant now) {
    return !now.isBefore(nextReminder());
  }

  public void reminded(Instant now) {
    remindedAt = now;
  }
}
