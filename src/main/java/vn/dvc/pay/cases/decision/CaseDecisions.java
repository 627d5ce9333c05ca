package vn.dvc.pay.cases.decision;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.CaseKinds;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.cases.record.CaseEntity;
import vn.dvc.pay.cases.record.CaseRepository;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** The two persons' words on a case, written to our own tables as the process hears them. */
@Service
class CaseDecisions {
  private static final String OPERATORS = "operators";

  private final CaseRepository files;
  private final CaseKinds kinds;
  private final Audit audit;
  private final Staff staff;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  CaseDecisions(
      CaseRepository files,
      CaseKinds kinds,
      Audit audit,
      Staff staff,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.files = files;
    this.kinds = kinds;
    this.audit = audit;
    this.staff = staff;
    this.time = time;
    this.events = events;
  }

  /** The first person's proposal. */
  @Transactional
  public void propose(String caseId, String decision, String reason) {
    var file = open(caseId);
    if (decision == null || !kinds.named(file.kind()).decisions().contains(decision)) {
      throw Problem.invalid("case-decision-unknown");
    }
    var why = Reason.of(reason);
    var actor = actor();
    file.propose(decision, why, actor);
    events.publishEvent(file.proposed());
    audit.write(actor, "case-proposed", caseId, decision + ": " + why);
  }

  /** The second person's answer, AGREED or DISAGREED. */
  @Transactional
  public String conclude(String caseId, String answer, String reason) {
    var file = open(caseId);
    var actor = actor();
    if (!"AGREED".equals(answer) && !"DISAGREED".equals(answer)) {
      throw Problem.invalid("case-answer-unknown");
    }
    var why = Reason.of(reason);
    // Model and engine refuse both already; money decisions do not rest on one lock.
    if (file.decidedBy() == null) {
      throw Problem.conflict("case-not-proposed");
    }
    if (actor.equals(file.decidedBy())) {
      throw new Problem(403, "second-person-needed");
    }
    if ("AGREED".equals(answer)) {
      file.confirm(actor, time.now());
      files.saveAndFlush(file);
      events.publishEvent(file.decided());
      audit.write(actor, "case-confirmed", caseId, file.decided().decision() + ": " + why);
    } else {
      file.takeBack();
      audit.write(actor, "case-disagreed", caseId, why);
    }
    return answer;
  }

  /** Who acts, if an operator: whoever moves the process past the task has not done the task. */
  private String actor() {
    var actor = staff.actor().orElseThrow(() -> new Problem(403, "sign-in-needed"));
    if (!staff.isMember(actor, OPERATORS)) {
      throw new Problem(403, "not-allowed");
    }
    return actor;
  }

  /** Locked, and before it whatever its decision may change. */
  private CaseEntity open(String caseId) {
    files.subjectOf(caseId).ifPresent(events::publishEvent);
    return files
        .lock(caseId)
        .filter(CaseEntity::isOpen)
        .orElseThrow(() -> Problem.conflict("case-closed"));
  }
}
