package vn.dvc.pay.payment.refund.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import vn.dvc.pay.payment.Refund;

/** Where a refund came to stand, and when. Only ever added. */
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

  Refund.StatusChange shown() {
    return new Refund.StatusChange(state, at);
  }
}
