package vn.dvc.pay.registration.record;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** How a registration is reviewed: what the policy said once, until when, and who approved. */
@Embeddable
public class ReviewDetails {
  private String policySource;
  private String officerGroup;
  private boolean secondApproval;
  private int dueDays;
  private int handInDays;
  private int reminderDays;
  private Instant reviewDueAt;
  private Instant escalatedAt;

  protected ReviewDetails() {}

  public ReviewDetails(
      String policySource,
      String officerGroup,
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

  /** An officer is asked; each has the whole time of the policy. */
  public void begins(Instant now) {
    reviewDueAt = now.plus(Duration.ofDays(dueDays));
    escalatedAt = null;
  }

  public void escalated(Instant now) {
    escalatedAt = now;
  }

  /** Another version is reviewed from its beginning. */
  public void startsOver() {
    reviewDueAt = null;
    escalatedAt = null;
  }

  public String policySource() {
    return policySource;
  }

  public String officerGroup() {
    return officerGroup;
  }

  /** How many officers must approve a version before it is put into force. */
  public int approvalsNeeded() {
    return secondApproval ? 2 : 1;
  }

  Duration handIn() {
    return Duration.ofDays(handInDays);
  }

  Duration reminder() {
    return Duration.ofDays(reminderDays);
  }

  public Instant dueAt() {
    return reviewDueAt;
  }

  public boolean isOverdue() {
    return escalatedAt != null;
  }
}
