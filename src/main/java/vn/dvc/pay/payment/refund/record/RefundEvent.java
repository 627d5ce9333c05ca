package vn.dvc.pay.payment.refund.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import vn.dvc.pay.payment.Refund;

/** A status that a refund reached, and when. Append-only. */
@Embeddable
class RefundEvent {
  @Enumerated(EnumType.STRING)
  private Refund.Status state;

  @Column(name = "reached_at")
  private Instant at;

  protected RefundEvent() {}

  RefundEvent(Refund.Status state, Instant at) {
    this.state = state;
    this.at = at;
  }

  Refund.StatusChange snapshot() {
    return new Refund.StatusChange(state, at);
  }
}
