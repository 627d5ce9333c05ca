package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Person;

/** Who made a payment by account and who checked it, where its organisation wants two persons. */
@Embeddable
public class ApprovalDetails {
  @Column(name = "approve_until")
  private @Nullable Instant until;

  private @Nullable String maker;
  private @Nullable String makerName;
  private @Nullable String checker;
  private @Nullable String checkerName;
  private @Nullable Instant checkedAt;
  private boolean approved;

  @Column(name = "refused_because")
  private @Nullable String refusedBecause;

  /** Makes it wait for a second person until then. */
  public void await(Person maker, Instant until) {
    this.maker = maker.id();
    this.makerName = maker.name();
    this.until = until;
  }

  public void approvedBy(Person person, Instant now) {
    checkedBy(person, now);
    approved = true;
  }

  public void refusedBy(Person person, String why, Instant now) {
    checkedBy(person, now);
    refusedBecause = why;
  }

  /** The database refuses the maker here, too. */
  private void checkedBy(Person person, Instant now) {
    checker = person.id();
    checkerName = person.name();
    checkedAt = now;
  }

  /** Whether a second person is wanted who has not approved it. */
  public boolean isMissing() {
    return until != null && !approved;
  }

  public boolean isApproved() {
    return approved;
  }

  /** Null where no second person is wanted. */
  public @Nullable Instant until() {
    return until;
  }

  /** Null where no second person is wanted. */
  public @Nullable Person maker() {
    return maker == null ? null : new Person(maker, makerName);
  }

  /** Null until somebody has approved or refused it. */
  public @Nullable Person checker() {
    return checker == null ? null : new Person(checker, checkerName);
  }

  public @Nullable Instant checkedAt() {
    return checkedAt;
  }

  public @Nullable String refusedBecause() {
    return refusedBecause;
  }
}
