package vn.dvc.pay.payment.record;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.text.PlainLetters;

/** The stored payment. Change it only while it is locked, see {@link PaymentRepository#lock}. */
@Entity
@Table(name = "payment")
public class PaymentEntity {
  @Id private String id;

  /** Null until stored, so that a new entity is inserted, never merged. */
  @Version private @Nullable Long version;

  @Enumerated(EnumType.STRING)
  private Payer.Kind payerKind;

  private @Nullable String payerId;
  private @Nullable String payerName;

  /** The name as operators search for it. */
  private String payerSearch;

  @Column(name = "payment_method")
  @Enumerated(EnumType.STRING)
  private Method method;

  private long amount;

  @Enumerated(EnumType.STRING)
  private PaymentStatus status;

  private @Nullable String reason;

  @Enumerated(EnumType.STRING)
  private @Nullable StopReason stopRequested;

  private @Nullable String processInstance;
  private String policySource;
  private @Nullable String returnUrl;
  private Instant createdAt;
  private Instant windowEndsAt;
  private @Nullable Instant finishedAt;

  @Embedded private MoneyDetails money = new MoneyDetails();

  @Embedded private CardDetails card = new CardDetails();

  @Embedded private AccountDetails account = new AccountDetails();

  @Embedded private ApprovalDetails approval = new ApprovalDetails();

  @ElementCollection
  @CollectionTable(name = "payment_line", joinColumns = @JoinColumn(name = "payment"))
  @OrderColumn(name = "line_no")
  private List<PaymentLine> lines = new ArrayList<>();

  /** The database's time when this was read, so that nobody need ask for it; null if new. */
  @Formula("current_timestamp(6)")
  private @Nullable Instant readAt;

  // The inverse side of a bag: adding an event does not load the others.
  @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<PaymentEventEntity> events = new ArrayList<>();

  protected PaymentEntity() {}

  public PaymentEntity(
      PaymentId id,
      Payer payer,
      Method method,
      List<PaymentLine> lines,
      String policySource,
      Instant now,
      Instant windowEnds,
      @Nullable String returnUrl) {
    this.id = id.text();
    this.payerKind = payer.kind();
    this.payerId = payer.id();
    this.payerName = payer.name();
    this.payerSearch = PlainLetters.of(payer.name());
    this.method = method;
    this.lines.addAll(lines);
    this.amount = lines.stream().mapToLong(PaymentLine::amount).reduce(0, Math::addExact);
    this.policySource = policySource;
    this.createdAt = now;
    this.windowEndsAt = windowEnds;
    this.returnUrl = returnUrl;
    this.status = PaymentStatus.CREATED;
    this.events.add(new PaymentEventEntity(this, PaymentStatus.CREATED, now));
  }

  /**
   * Moves the payment to another status; a no-op if it already has it.
   *
   * @throws IllegalStateException if the transition is illegal
   */
  public void moveTo(PaymentStatus next, Instant now) {
    if (status == next) {
      return;
    }
    if (!PaymentTransitions.isLegal(status, next)) {
      throw new IllegalStateException("Illegal payment transition " + status + " -> " + next);
    }
    status = next;
    events.add(new PaymentEventEntity(this, next, now));
    if (next.isFinished() && finishedAt == null) {
      finishedAt = now;
    }
  }

  /**
   * Reopens a payment whose money came in after it ended unpaid and was accepted by two persons; it
   * then goes on to be settled. This is the only way out of an unpaid end.
   *
   * @throws IllegalStateException unless it was cancelled or expired
   */
  public void takeUpAgain(Instant now) {
    if (!PaymentTransitions.mayBeReopened(status)) {
      throw new IllegalStateException("A payment cannot be reopened from " + status);
    }
    status = PaymentStatus.PROCESSING;
    events.add(new PaymentEventEntity(this, status, now));
    stopRequested = null;
    reason = null;
    finishedAt = null;
  }

  /** Requests that the payment stop; the first reason is kept. */
  public void requestStop(StopReason why) {
    if (stopRequested == null) {
      stopRequested = why;
    }
  }

  public boolean stopIsRequested() {
    return stopRequested != null;
  }

  /**
   * Extends the payment window, because an instruction for the rest was issued or a second person
   * asked.
   */
  public void windowEndsAt(Instant later) {
    this.windowEndsAt = later;
  }

  public void reason(String code) {
    this.reason = code;
  }

  public void runsIn(String processInstance) {
    this.processInstance = processInstance;
  }

  public PaymentId id() {
    return PaymentId.of(id);
  }

  public Payer payer() {
    return new Payer(payerKind, payerId, payerName);
  }

  public Method method() {
    return method;
  }

  public Money amount() {
    return Money.dong(amount);
  }

  public PaymentStatus status() {
    return status;
  }

  public @Nullable String reason() {
    return reason;
  }

  public @Nullable StopReason stopRequested() {
    return stopRequested;
  }

  public @Nullable String processInstance() {
    return processInstance;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant windowEndsAt() {
    return windowEndsAt;
  }

  public @Nullable Instant finishedAt() {
    return finishedAt;
  }

  public @Nullable String returnUrl() {
    return returnUrl;
  }

  public MoneyDetails money() {
    return money;
  }

  public CardDetails card() {
    return card;
  }

  public AccountDetails account() {
    return account;
  }

  public ApprovalDetails approval() {
    return approval;
  }

  @Nullable Instant readAt() {
    return readAt;
  }

  public List<PaymentLine> lines() {
    return lines;
  }

  public List<PaymentEventEntity> events() {
    return events;
  }
}
