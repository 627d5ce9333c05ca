package vn.dvc.pay.engine.setup;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Submits forms with nothing but their fields. */
class CheckedForms extends FormServiceImpl {

  @Override
  public void submitTaskForm(String task, @Nullable Map<String, Object> fields) {
    check(task, fields);
    super.submitTaskForm(task, fields);
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String task, @Nullable Map<String, Object> fields, boolean deserialize) {
    check(task, fields);
    return super.submitTaskFormWithVariablesInReturn(task, fields, deserialize);
  }

  private void check(String task, @Nullable Map<String, Object> fields) {
    if (fields != null && !fields.isEmpty()) {
      commandExecutor.execute(new FormFieldsOnly(task, fields.keySet()));
    }
  }
}
