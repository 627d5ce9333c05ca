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

/** Records the two persons' decisions in our own tables as the process receives them. */
@Service
class CaseDecisions {
  private static final String OPERATORS = "operators";

  private final CaseRepository cases;
  private final CaseKinds kinds;
  private final Audit audit;
  private final Staff staff;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  CaseDecisions(
      CaseRepository cases,
      CaseKinds kinds,
      Audit audit,
      Staff staff,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.cases = cases;
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
      throw Problem.invalid("case-decision-unknown").with("field", "decision");
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
      throw Problem.invalid("case-answer-unknown").with("field", "agreed");
    }
    var why = Reason.of(reason);
    // Model and engine already refuse both, but money decisions do not rest on a single check.
    if (file.decidedBy() == null) {
      throw Problem.conflict("case-not-proposed");
    }
    if (actor.equals(file.decidedBy())) {
      throw new Problem(403, "second-person-needed");
    }
    if ("AGREED".equals(answer)) {
      file.confirm(actor, time.now());
      cases.saveAndFlush(file);
      events.publishEvent(file.decided());
      audit.write(actor, "case-confirmed", caseId, file.decided().decision() + ": " + why);
    } else {
      file.withdrawProposal();
      audit.write(actor, "case-disagreed", caseId, why);
    }
    return answer;
  }

  /** The acting operator. Whoever moves the process past the task has not completed the task. */
  private String actor() {
    var actor = staff.actor().orElseThrow(() -> new Problem(403, "sign-in-needed"));
    if (!staff.isMember(actor, OPERATORS)) {
      throw new Problem(403, "not-allowed");
    }
    return actor;
  }

  /** The case, locked after everything that its decision may change. */
  private CaseEntity open(String caseId) {
    cases.subjectOf(caseId).ifPresent(events::publishEvent);
    return cases
        .lock(caseId)
        .filter(CaseEntity::isOpen)
        .orElseThrow(() -> Problem.conflict("case-closed"));
  }
}
