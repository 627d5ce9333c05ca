package vn.dvc.pay.payment.refund.record;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refund.Status;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** A stored refund. Change it only while it is locked, after locking its payment. */
@Entity
@Table(name = "refund")
public class RefundEntity {
  @Id private String id;

  /** Null until stored, so that a new entity is inserted, never merged. */
  @Version private @Nullable Long version;

  private String payment;
  private long amount;
  private String reason;
  private String askedBy;
  private boolean askedByStaff;

  @Enumerated(EnumType.STRING)
  private Status state;

  private @Nullable String rejection;
  private Instant askedAt;

  @ElementCollection
  @CollectionTable(name = "refund_reversal", joinColumns = @JoinColumn(name = "refund"))
  @Column(name = "reversal")
  private Set<String> reversals = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "refund_line", joinColumns = @JoinColumn(name = "refund"))
  @OrderColumn(name = "line_no")
  private List<RefundLine> lines = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "refund_event", joinColumns = @JoinColumn(name = "refund"))
  @OrderColumn(name = "event_no")
  private List<RefundEvent> events = new ArrayList<>();

  protected RefundEntity() {}

  public RefundEntity(
      PaymentId payment,
      List<RefundLine> lines,
      Money amount,
      String reason,
      Asker asker,
      Instant now) {
    this.id = "H" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    this.payment = payment.text();
    this.lines.addAll(lines);
    this.amount = amount.dong();
    this.reason = reason;
    this.askedBy = asker.id();
    this.askedByStaff = asker.staff();
    this.askedAt = now;
    this.state = Status.REQUESTED;
    this.events.add(new RefundEvent(state, now));
  }

  /** Two persons approved it; these reversals together carry it out. */
  public void carriedOutBy(List<String> reversals, Instant now) {
    move(Status.REQUESTED, Status.REFUNDING, now);
    this.reversals.addAll(reversals);
  }

  public void reject(String why, Instant now) {
    move(Status.REQUESTED, Status.REJECTED, now);
    this.rejection = why;
  }

  /** The money is back with the payer. */
  public void done(Instant now) {
    move(Status.REFUNDING, Status.REFUNDED, now);
  }

  private void move(Status from, Status to, Instant now) {
    if (state != from) {
      throw new IllegalStateException("Illegal refund transition " + state + " -> " + to);
    }
    state = to;
    events.add(new RefundEvent(to, now));
  }

  /** Whoever requested it may not take part in the decision. */
  public boolean isAskedBy(String staff) {
    return askedByStaff && askedBy.equals(staff);
  }

  public String id() {
    return id;
  }

  PaymentId payment() {
    return PaymentId.of(payment);
  }

  public Money amount() {
    return Money.dong(amount);
  }

  public String reason() {
    return reason;
  }

  public String askedBy() {
    return askedBy;
  }

  public List<RefundLine> lines() {
    return lines;
  }

  public List<DossierCode> dossiers() {
    return lines.stream().map(RefundLine::dossier).map(DossierCode::of).toList();
  }

  public Refund snapshot() {
    return new Refund(
        id,
        payment(),
        state,
        lines.stream()
            .map(
                line ->
                    new Refund.Line(
                        DossierCode.of(line.dossier()), line.receipt(), Money.dong(line.amount())))
            .toList(),
        amount(),
        reason,
        rejection,
        events.stream().map(RefundEvent::snapshot).toList());
  }
}
