package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.dvc.pay.payment.PaymentStatus;

/** A status that a payment reached, and when. Append-only. */
@Entity
@Table(name = "payment_event")
public class PaymentEventEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "payment")
  private PaymentEntity payment;

  @Enumerated(EnumType.STRING)
  private PaymentStatus status;

  @Column(name = "reached_at")
  private Instant at;

  protected PaymentEventEntity() {}

  PaymentEventEntity(PaymentEntity payment, PaymentStatus status, Instant at) {
    this.payment = payment;
    this.status = status;
    this.at = at;
  }

  public PaymentStatus status() {
    return status;
  }

  public Instant at() {
    return at;
  }
}
