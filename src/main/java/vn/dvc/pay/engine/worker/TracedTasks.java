package vn.dvc.pay.engine.worker;

import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.tracing.Traces;

/**
 * Keeps with a process what caused its newest external task, so that whoever runs it continues that
 * trace. One that a timer creates continues the trace of what its process did before.
 */
@Component
class TracedTasks {
  /**
   * A variable of the process, as steps end and take theirs along; set only while traces are on.
   */
  static final String CAUSE = "traceparent";

  private final Traces traces;

  TracedTasks(Traces traces) {
    this.traces = traces;
  }

  void created(ExternalTaskEntity task) {
    if (!traces.isOn()) {
      return;
    }
    var process = task.getExecution().getProcessInstance();
    var here = traces.current();
    var cause = here == null ? known(task.getExecution()) : here;
    if (cause != null) {
      process.setVariableLocal(CAUSE, cause);
    }
  }

  /** Of the process or, if it did nothing yet, of the one that called it. */
  private static @Nullable Object known(ExecutionEntity execution) {
    for (var at = execution; at != null; at = at.getProcessInstance().getSuperExecution()) {
      var cause = at.getVariable(CAUSE);
      if (cause != null) {
        return cause;
      }
    }
    return null;
  }

  Traces.Span begin(LockedExternalTask task) {
    var step = task.getProcessDefinitionKey() + "." + task.getActivityId();
    var subject = task.getBusinessKey();
    return traces
        .begin(step, (String) task.getVariables().get(CAUSE))
        .with("subject", subject == null ? "-" : subject);
  }
}
