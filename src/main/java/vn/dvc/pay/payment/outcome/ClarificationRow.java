package vn.dvc.pay.payment.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** An attempt that we are asking the bank about: how often we asked, and when we ask again. */
@Entity
@Table(name = "clarification")
class ClarificationRow implements Persistable<UUID> {
  @Id private UUID attemptRef;
  private String payment;
  private int inquiries;
  private Instant nextInquiryAt;

  /** Else what is stored counts as new until the bank was asked in vain, and is never deleted. */
  @Transient private boolean stored;

  protected ClarificationRow() {}

  ClarificationRow(UUID attemptRef, String payment, Instant nextInquiryAt) {
    this.attemptRef = attemptRef;
    this.payment = payment;
    this.nextInquiryAt = nextInquiryAt;
  }

  /** One more inquiry brought no certainty. */
  void askedInVain(InquirySettings settings, Instant now) {
    inquiries++;
    nextInquiryAt = now.plus(settings.pauseAfter(inquiries));
  }

  int inquiries() {
    return inquiries;
  }

  Instant nextInquiryAt() {
    return nextInquiryAt;
  }

  String payment() {
    return payment;
  }

  @Override
  public UUID getId() {
    return attemptRef;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void isStored() {
    stored = true;
  }
}
