package vn.dvc.pay.engine.twoperson;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Passes a refusal by the two-person rule to the caller unwrapped. The engine wraps what task
 * listeners throw, and its web pages would answer 500.
 */
@Component
class PlainRefusals extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof TwoPersonRefused refused) {
          throw refused;
        }
      }
      throw e;
    }
  }
}
