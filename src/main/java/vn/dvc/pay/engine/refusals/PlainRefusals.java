package vn.dvc.pay.engine.refusals;

import java.util.Locale;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.twoperson.TwoPersonRefused;
import vn.dvc.pay.values.Problem;

/**
 * Passes a refusal by one of our steps or listeners to the caller unwrapped, with a Vietnamese
 * sentence as its message. The engine wraps what they throw, and its web pages would answer 500 and
 * show the expression that failed.
 */
@Component
class PlainRefusals extends CommandInterceptor {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final MessageSource texts;

  PlainRefusals(MessageSource texts) {
    this.texts = texts;
  }

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      throw plain(failure);
    }
  }

  private RuntimeException plain(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TwoPersonRefused || cause instanceof ExplainedProblem) {
        return (RuntimeException) cause;
      }
      if (cause instanceof Problem problem) {
        return new ExplainedProblem(problem, sentence(problem));
      }
    }
    return failure;
  }

  private String sentence(Problem problem) {
    var key = "problem." + problem.code();
    return texts.getMessage(key, null, key, VIETNAMESE);
  }
}
