package vn.dvc.pay.engine.refusals;

import vn.dvc.pay.values.Problem;

/**
 * A problem whose message is a readable sentence, because Tasklist and the engine's own callers
 * show the exception's message, not the problem's title.
 */
class ExplainedProblem extends Problem {
  private final String sentence;

  ExplainedProblem(Problem problem, String sentence) {
    super(problem.status(), problem.code());
    problem.facts().forEach(this::with);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
