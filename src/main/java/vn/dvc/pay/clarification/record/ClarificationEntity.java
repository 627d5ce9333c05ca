package vn.dvc.pay.clarification.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** An attempt about which the bank is being asked: how often so far, and when next. */
@Entity
@Table(name = "clarification")
public class ClarificationEntity implements Persistable<UUID> {
  @Id private UUID attemptRef;
  private String payment;
  private int inquiries;
  private Instant nextInquiryAt;
  private boolean woken;
  private boolean newsSince;
  private @Nullable String statementLine;

  /**
   * Without this a stored entity would count as new until its first change, and could never be
   * deleted.
   */
  @Transient private boolean stored;

  protected ClarificationEntity() {}

  public ClarificationEntity(UUID attemptRef, @Nullable String payment, Instant nextInquiryAt) {
    this.attemptRef = attemptRef;
    this.payment = payment;
    this.nextInquiryAt = nextInquiryAt;
  }

  /**
   * Marks whether the bank is asked at once because of news, which leaves the schedule as it is.
   *
   * @return the previous mark
   */
  public boolean markWoken(boolean byNews) {
    var before = woken;
    woken = byNews;
    return before;
  }

  /** News arrived while the bank was being asked, so its answer may be older. */
  public void noteNews() {
    newsSince = true;
  }

  /**
   * One more inquiry was inconclusive.
   *
   * @param pause until the next one, according to the schedule
   */
  public void noteFruitlessInquiry(Duration pause, Instant surelyOver, Instant now) {
    if (!woken) {
      plan(now.plus(pause), surelyOver, now);
    }
    woken = newsSince;
    newsSince = false;
  }

  /**
   * If the bank's answer becomes final before the next inquiry is due, it is asked at that moment;
   * the earlier answer could not settle anything and does not count.
   */
  private void plan(Instant planned, Instant surelyOver, Instant now) {
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

  public void noteStatementLine(String line) {
    statementLine = line.length() <= 500 ? line : line.substring(0, 500);
  }

  public @Nullable String statementLine() {
    return statementLine;
  }

  public int inquiries() {
    return inquiries;
  }

  /** According to the schedule, or at once after news. */
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
