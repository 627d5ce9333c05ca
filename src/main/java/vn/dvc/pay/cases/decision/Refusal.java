package vn.dvc.pay.cases.decision;

import vn.dvc.pay.values.Problem;

/**
 * A refusal with its reason as a sentence: Tasklist and the engine's own callers show the
 * exception's message, not our problem's title.
 */
class Refusal extends Problem {
  private final String sentence;

  Refusal(Problem problem, String sentence) {
    super(problem.status(), problem.code());
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
