package vn.dvc.pay.cases.decision;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.values.Problem;

/**
 * What decide-case.bpmn calls. {@code propose} and {@code conclude} are its steps; the other
 * methods fill its forms.
 */
@ProcessSteps("decideCase")
public class DecideCaseSteps {
  private final CaseDecisions decisions;
  private final CaseFacts facts;
  private final CaseForm form;
  private final MessageSource texts;

  DecideCaseSteps(CaseDecisions decisions, CaseFacts facts, CaseForm form, MessageSource texts) {
    this.decisions = decisions;
    this.facts = facts;
    this.form = form;
    this.texts = texts;
  }

  public String facts(String caseId) {
    return facts.of(caseId);
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
    withVietnameseMessage(
        () -> {
          decisions.propose(caseId, decision, reason);
          return null;
        });
  }

  public String conclude(String caseId, String agreed, String reason) {
    return withVietnameseMessage(() -> decisions.conclude(caseId, agreed, reason));
  }

  /** Refuses with a Vietnamese sentence, because Tasklist shows nothing else of a refusal. */
  private <T> T withVietnameseMessage(Supplier<T> step) {
    try {
      return step.get();
    } catch (Problem problem) {
      var key = "problem." + problem.code();
      throw new Refusal(problem, texts.getMessage(key, null, key, Locale.forLanguageTag("vi")));
    }
  }
}
