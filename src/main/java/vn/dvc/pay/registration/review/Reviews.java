package vn.dvc.pay.registration.review;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Records the decisions of teller and officers, in the transaction in which the engine completes
 * their task: if a decision is rejected here, the task stays open.
 */
@Component
public class Reviews {
  private static final String TELLERS = "bank-tellers";

  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final Audit audit;
  private final Staff staff;
  private final DatabaseTime time;

  Reviews(
      RegistrationRepository registrations,
      StatusChanges changes,
      Audit audit,
      Staff staff,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.audit = audit;
    this.staff = staff;
    this.time = time;
  }

  /** Records that the teller has received the signed form or returned it. */
  @Transactional
  public ReviewVerdict receive(RegistrationId id, String decision, ShownForm shown, String reason) {
    var registration = lockShown(id, RegistrationStatus.AWAITING_FORM, shown);
    var actor = actorOf(TELLERS);
    requireOneOf(decision, Set.of("RECEIVED", "RETURNED"));
    if (decision.equals("RETURNED")) {
      return returned(registration, actor, reason);
    }
    var now = time.now();
    registration.newest().received(actor, now);
    registration.note(null);
    changes.move(registration, RegistrationStatus.UNDER_REVIEW, now);
    registration.review().begin(now);
    write(actor, "registration-received", registration, null);
    return ReviewVerdict.RECEIVED;
  }

  /** Records the first officer's decision. */
  @Transactional
  public ReviewVerdict decide(RegistrationId id, String decision, ShownForm shown, String reason) {
    var registration = lockShown(id, RegistrationStatus.UNDER_REVIEW, shown);
    var actor = officer(registration);
    if (!isApproval(decision)) {
      return turnedDown(registration, actor, decision, reason);
    }
    approved(registration, actor);
    if (!registration.isApproved()) {
      registration.review().begin(time.now());
    }
    write(actor, "registration-approved", registration, note(reason));
    return registration.isApproved() ? ReviewVerdict.APPROVED : ReviewVerdict.SECOND_NEEDED;
  }

  /** Records the decision of the second officer, who must not be the first. */
  @Transactional
  public ReviewVerdict decideSecond(
      RegistrationId id, String decision, ShownForm shown, String reason) {
    var registration = lockShown(id, RegistrationStatus.UNDER_REVIEW, shown);
    var actor = officer(registration);
    if (registration.approvers().isEmpty()) {
      throw new Problem(403, "second-person-needed");
    }
    requireOtherOfficer(registration, actor);
    if (!isApproval(decision)) {
      return turnedDown(registration, actor, decision, reason);
    }
    approved(registration, actor);
    write(actor, "registration-approved-second", registration, note(reason));
    return ReviewVerdict.APPROVED;
  }

  private void approved(RegistrationEntity registration, String actor) {
    requireOtherOfficer(registration, actor);
    registration.approvedBy(actor, time.now());
  }

  /** Model and engine already prevent this; a four-eyes rule must not depend on a single check. */
  private static void requireOtherOfficer(RegistrationEntity registration, String actor) {
    if (registration.approvers().contains(actor)) {
      throw new Problem(403, "second-person-needed");
    }
  }

  private static boolean isApproval(String decision) {
    requireOneOf(decision, Set.of("APPROVED", "RETURNED", "REJECTED"));
    return decision.equals("APPROVED");
  }

  private ReviewVerdict turnedDown(
      RegistrationEntity registration, String actor, String decision, String reason) {
    if (decision.equals("RETURNED")) {
      return returned(registration, actor, reason);
    }
    var why = Reason.of(reason);
    registration.note(why);
    changes.move(registration, RegistrationStatus.REJECTED, "form-rejected", time.now());
    write(actor, "registration-rejected", registration, why);
    return ReviewVerdict.REJECTED;
  }

  private ReviewVerdict returned(RegistrationEntity registration, String actor, String reason) {
    var why = Reason.of(reason);
    var now = time.now();
    registration.note(why);
    changes.move(registration, RegistrationStatus.RETURNED, "form-returned", now);
    registration.awaitPayer(now);
    write(actor, "registration-returned", registration, why);
    return ReviewVerdict.RETURNED;
  }

  /** Locks the registration and requires that it is still what the task showed. */
  private RegistrationEntity lockShown(
      RegistrationId id, RegistrationStatus expected, ShownForm shown) {
    var registration = registrations.lock(id);
    if (registration.status() == RegistrationStatus.WITHDRAWN) {
      throw Problem.conflict("registration-withdrawn");
    }
    if (registration.status() != expected) {
      throw Problem.conflict("registration-moved-on");
    }
    if (!String.valueOf(registration.paper()).equals(shown.version())
        || !registration.newest().formSha256().equals(shown.sha256())) {
      throw Problem.conflict("other-version-shown").with("field", "version");
    }
    return registration;
  }

  private static void requireOneOf(String decision, Set<String> words) {
    if (decision == null || !words.contains(decision)) {
      throw Problem.invalid("decision-missing").with("field", "decision");
    }
  }

  private static @Nullable String note(String reason) {
    return reason == null || reason.isBlank() ? null : Reason.of(reason);
  }

  /** Called last, because writing the audit trail blocks other writers. */
  private void write(
      String actor, String action, RegistrationEntity registration, @Nullable String why) {
    var version = "v" + registration.paper() + " " + registration.newest().formSha256();
    audit.write(
        actor, action, registration.id().text(), why == null ? version : version + ": " + why);
  }

  /** The acting officer; a supervisor too if the review is overdue. */
  private String officer(RegistrationEntity registration) {
    var group = registration.review().officerGroup();
    return registration.review().isOverdue()
        ? actorOf(group, Escalations.SUPERVISORS)
        : actorOf(group);
  }

  /**
   * The acting person, who must be in one of the groups: an administrator who moves the process
   * past the task has not done the task.
   */
  private String actorOf(String... groups) {
    var actor = staff.actor().orElseThrow(() -> new Problem(403, "sign-in-needed"));
    if (Stream.of(groups).noneMatch(group -> staff.isMember(actor, group))) {
      throw new Problem(403, "not-allowed");
    }
    return actor;
  }
}
