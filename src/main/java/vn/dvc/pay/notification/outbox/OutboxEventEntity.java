package vn.dvc.pay.notification.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.tracing.Traces;

/** An event for the portal, with the exact text that is signed and sent. */
@Entity
@Table(name = "outbox")
class OutboxEventEntity {
  @Id private UUID eventId;

  @Column(name = "event_type")
  private String type;

  private String subject;
  private String body;
  private Instant happenedAt;
  private int attempts;
  private Instant nextAttemptAt;
  private Instant claimedUntil;
  private Instant deliveredAt;
  private Instant failedAt;
  private Instant vouchedAt;
  private @Nullable Instant peopleDue;

  /** What caused the event, see {@link Traces#current}. */
  private @Nullable String traceparent;

  OutboxEventEntity() {}

  /**
   * @param isForPeople whether people who asked for it are told, too
   */
  OutboxEventEntity(
      UUID eventId,
      String type,
      String subject,
      String body,
      Instant at,
      boolean isForPeople,
      @Nullable String traceparent) {
    this.eventId = eventId;
    this.type = type;
    this.subject = subject;
    this.body = body;
    this.happenedAt = at;
    this.nextAttemptAt = at;
    this.peopleDue = isForPeople ? at : null;
    this.traceparent = traceparent;
  }
}
