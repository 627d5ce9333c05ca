package vn.dvc.pay.engine.setup;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Completes tasks with nothing but the fields of their forms. */
class CheckedTasks extends TaskServiceImpl {

  @Override
  public void complete(String task, @Nullable Map<String, Object> variables) {
    check(task, variables);
    super.complete(task, variables);
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String task, @Nullable Map<String, Object> variables, boolean deserialize) {
    check(task, variables);
    return super.completeWithVariablesInReturn(task, variables, deserialize);
  }

  private void check(String task, @Nullable Map<String, Object> variables) {
    if (variables != null && !variables.isEmpty()) {
      commandExecutor.execute(new FormFieldsOnly(task, variables.keySet()));
    }
  }
}
