package vn.dvc.pay.registration.review;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.book.RegistrationBook;
import vn.dvc.pay.registration.book.RegistrationRow;
import vn.dvc.pay.registration.book.StatusChanges;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Writes down what teller and officers decide, in the transaction in which the engine completes
 * their task: whatever is refused here leaves the task where it is.
 */
@Component
public class Reviews {
  private final RegistrationBook book;
  private final StatusChanges changes;
  private final Audit audit;
  private final Staff staff;
  private final DatabaseTime time;

  Reviews(
      RegistrationBook book, StatusChanges changes, Audit audit, Staff staff, DatabaseTime time) {
    this.book = book;
    this.changes = changes;
    this.audit = audit;
    this.staff = staff;
    this.time = time;
  }

  /** The teller has the signed form, or gives it back. */
  @Transactional
  public ReviewVerdict receive(RegistrationId id, String decision, Shown shown, String reason) {
    var actor = actor();
    var row = row(id, RegistrationStatus.AWAITING_FORM, shown);
    word(decision, Set.of("RECEIVED", "RETURNED"));
    if (decision.equals("RETURNED")) {
      return returned(row, actor, reason);
    }
    var now = time.now();
    row.newest().received(actor, now);
    row.note(null);
    changes.move(row, RegistrationStatus.UNDER_REVIEW, now);
    row.review().begins(now);
    write(actor, "registration-received", row, null);
    return ReviewVerdict.RECEIVED;
  }

  /** The first officer's word. */
  @Transactional
  public ReviewVerdict decide(RegistrationId id, String decision, Shown shown, String reason) {
    var actor = actor();
    var row = row(id, RegistrationStatus.UNDER_REVIEW, shown);
    if (!isApproval(decision)) {
      return turnedDown(row, actor, decision, reason);
    }
    row.review().approvedFirst(actor);
    if (row.review().needsSecond()) {
      row.review().begins(time.now());
    }
    write(actor, "registration-approved", row, note(reason));
    return row.review().needsSecond() ? ReviewVerdict.SECOND_NEEDED : ReviewVerdict.APPROVED;
  }

  /** The word of the second officer, who is not the first. */
  @Transactional
  public ReviewVerdict decideSecond(
      RegistrationId id, String decision, Shown shown, String reason) {
    var actor = actor();
    var row = row(id, RegistrationStatus.UNDER_REVIEW, shown);
    // Model and engine refuse this already; such decisions do not rest on one lock.
    if (row.review().firstOfficer() == null || actor.equals(row.review().firstOfficer())) {
      throw new Problem(403, "second-person-needed");
    }
    if (!isApproval(decision)) {
      return turnedDown(row, actor, decision, reason);
    }
    write(actor, "registration-approved-second", row, note(reason));
    return ReviewVerdict.APPROVED;
  }

  private static boolean isApproval(String decision) {
    word(decision, Set.of("APPROVED", "RETURNED", "REJECTED"));
    return decision.equals("APPROVED");
  }

  private ReviewVerdict turnedDown(
      RegistrationRow row, String actor, String decision, String reason) {
    if (decision.equals("RETURNED")) {
      return returned(row, actor, reason);
    }
    var why = Reason.of(reason);
    row.note(why);
    changes.move(row, RegistrationStatus.REJECTED, "form-rejected", time.now());
    write(actor, "registration-rejected", row, why);
    return ReviewVerdict.REJECTED;
  }

  private ReviewVerdict returned(RegistrationRow row, String actor, String reason) {
    var why = Reason.of(reason);
    var now = time.now();
    row.note(why);
    changes.move(row, RegistrationStatus.RETURNED, "form-returned", now);
    row.waitsForPayer(now);
    write(actor, "registration-returned", row, why);
    return ReviewVerdict.RETURNED;
  }

  /** The locked registration, if it is still what the task showed. */
  private RegistrationRow row(RegistrationId id, RegistrationStatus expected, Shown shown) {
    var row = book.lock(id);
    if (row.status() == RegistrationStatus.WITHDRAWN) {
      throw Problem.conflict("registration-withdrawn");
    }
    if (row.status() != expected) {
      throw Problem.conflict("registration-moved-on");
    }
    if (!String.valueOf(row.formVersion()).equals(shown.version())
        || !row.newest().formSha256().equals(shown.sha256())) {
      throw Problem.conflict("other-version-shown");
    }
    return row;
  }

  private static void word(String decision, Set<String> words) {
    if (decision == null || !words.contains(decision)) {
      throw Problem.invalid("decision-missing");
    }
  }

  private static String note(String reason) {
    return reason == null || reason.isBlank() ? null : Reason.of(reason);
  }

  /** Last of all: who writes the audit trail keeps others from it. */
  private void write(String actor, String action, RegistrationRow row, String why) {
    var version = "v" + row.formVersion() + " " + row.newest().formSha256();
    audit.write(actor, action, row.id().text(), why == null ? version : version + ": " + why);
  }

  private String actor() {
    return staff.actor().orElseThrow(() -> new Problem(403, "sign-in-needed"));
  }
}
