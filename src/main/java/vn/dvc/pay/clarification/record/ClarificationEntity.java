package vn.dvc.pay.clarification.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;
import vn.dvc.pay.clarification.inquiry.InquirySettings;

/** An attempt that we are asking the bank about: how often we asked, and when we ask again. */
@Entity
@Table(name = "clarification")
public class ClarificationEntity implements Persistable<UUID> {
  @Id private UUID attemptRef;
  private String payment;
  private int inquiries;
  private Instant nextInquiryAt;
  private boolean woken;
  private boolean newsSince;
  private String statementLine;

  /** Else what is stored counts as new until the bank was asked in vain, and is never deleted. */
  @Transient private boolean stored;

  protected ClarificationEntity() {}

  public ClarificationEntity(UUID attemptRef, String payment, Instant nextInquiryAt) {
    this.attemptRef = attemptRef;
    this.payment = payment;
    this.nextInquiryAt = nextInquiryAt;
  }

  /**
   * Whether the bank is asked because of news, at once: then the schedule stays as it is.
   *
   * @return whether it was so before
   */
  public boolean wakes(boolean byNews) {
    var before = woken;
    woken = byNews;
    return before;
  }

  /** News came while the bank was being asked; its answer may be older. */
  public void hearsNews() {
    newsSince = true;
  }

  /** One more inquiry brought no certainty. */
  public void askedInVain(InquirySettings settings, Instant surelyOver, Instant now) {
    if (!woken) {
      plan(settings, surelyOver, now);
    }
    woken = newsSince;
    newsSince = false;
  }

  /**
   * Where the bank's word becomes final before the next inquiry is due, it is asked then; the
   * earlier word could settle nothing and does not count.
   */
  private void plan(InquirySettings settings, Instant surelyOver, Instant now) {
    var planned = now.plus(settings.pauseAfter(inquiries + 1));
    if (now.isBefore(surelyOver) && surelyOver.isBefore(planned)) {
      nextInquiryAt = surelyOver.plusSeconds(1);
    } else {
      inquiries++;
      nextInquiryAt = planned;
    }
  }

  public boolean hasNewsSince() {
    return newsSince;
  }

  public void toldByStatement(String line) {
    statementLine = line.length() <= 500 ? line : line.substring(0, 500);
  }

  public String statementLine() {
    return statementLine;
  }

  public int inquiries() {
    return inquiries;
  }

  /** As the schedule says; at once where news came. */
  public Instant nextInquiryAt() {
    return woken ? Instant.EPOCH : nextInquiryAt;
  }

  public Instant scheduledAt() {
    return nextInquiryAt;
  }

  public String payment() {
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
