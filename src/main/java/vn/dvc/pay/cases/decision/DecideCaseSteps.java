package vn.dvc.pay.cases.decision;

import vn.dvc.pay.engine.LiveText;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.OneOf;
import vn.dvc.pay.engine.ProcessSteps.SecondPerson;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;

/**
 * What decide-case.bpmn calls. {@code propose} and {@code conclude} are its steps; the other
 * methods fill its forms.
 */
@ProcessSteps(value = "decideCase", variables = "caseId", messages = "caseSettled")
public class DecideCaseSteps {
  private final CaseDecisions decisions;
  private final CaseFacts facts;
  private final CaseForm form;

  DecideCaseSteps(CaseDecisions decisions, CaseFacts facts, CaseForm form) {
    this.decisions = decisions;
    this.facts = facts;
    this.form = form;
  }

  /** What the task's row says. */
  public String about(String caseId) {
    return facts.about(caseId);
  }

  /** What is personal in it stays in our tables. */
  public LiveText facts(String caseId) {
    return CaseFacts.live(caseId);
  }

  public String kind(String caseId) {
    return facts.kindOf(caseId);
  }

  public String intro(String kind) {
    return form.intro(kind);
  }

  /** What the first person may choose from. */
  public String options(String kind) {
    return form.options(kind);
  }

  public String hint(String kind) {
    return form.hint(kind);
  }

  public void propose(String caseId, String decision, String reason) {
    decisions.propose(caseId, decision, reason);
  }

  @SecondPerson
  @Verdicts({"AGREED", "DISAGREED"})
  public String conclude(
      String caseId, @OneOf({"AGREED", "DISAGREED"}) String agreed, String reason) {
    return decisions.conclude(caseId, agreed, reason);
  }
}
