package vn.dvc.pay.registration.record;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The review of a registration: the policy's ruling, the deadline and the approvals. */
@Embeddable
public class ReviewDetails {
  private String policySource;
  private @Nullable String officerGroup;
  private boolean secondApproval;
  private int dueDays;
  private int handInDays;
  private int reminderDays;
  private @Nullable Instant reviewDueAt;
  private @Nullable Instant escalatedAt;

  protected ReviewDetails() {}

  public ReviewDetails(
      String policySource,
      @Nullable String officerGroup,
      boolean secondApproval,
      int dueDays,
      int handInDays,
      int reminderDays) {
    this.policySource = policySource;
    this.officerGroup = officerGroup;
    this.secondApproval = secondApproval;
    this.dueDays = dueDays;
    this.handInDays = handInDays;
    this.reminderDays = reminderDays;
  }

  /** Starts an officer's review. Each officer has the policy's full time. */
  public void begin(Instant now) {
    reviewDueAt = now.plus(Duration.ofDays(dueDays));
    escalatedAt = null;
  }

  public void escalated(Instant now) {
    escalatedAt = now;
  }

  /** Resets the review for another version. */
  public void restart() {
    reviewDueAt = null;
    escalatedAt = null;
  }

  public String policySource() {
    return policySource;
  }

  public @Nullable String officerGroup() {
    return officerGroup;
  }

  /** The number of officers who must approve a version before it is activated. */
  public int approvalsNeeded() {
    return secondApproval ? 2 : 1;
  }

  Duration handIn() {
    return Duration.ofDays(handInDays);
  }

  Duration reminder() {
    return Duration.ofDays(reminderDays);
  }

  public @Nullable Instant dueAt() {
    return reviewDueAt;
  }

  public boolean isOverdue() {
    return escalatedAt != null;
  }
}
