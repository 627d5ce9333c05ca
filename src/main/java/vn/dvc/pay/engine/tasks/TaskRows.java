package vn.dvc.pay.engine.tasks;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * Moves what a task's row says in Tasklist, the variables that its model names in {@code row}, into
 * the task itself. Candidates may read the variables of a task, not those of its process.
 */
@Component
class TaskRows extends AbstractBpmnParseListener {
  private static final String PROPERTY = "row";

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    Element extensions = element.element("extensionElements");
    Element properties = extensions == null ? null : extensions.element("properties");
    if (properties != null) {
      properties.elements("property").stream()
          .filter(property -> PROPERTY.equals(property.attribute("name")))
          .forEach(
              property -> fill(activity, List.of(property.attribute("value").split("\\s*,\\s*"))));
    }
  }

  private static void fill(ActivityImpl activity, List<String> names) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addBuiltInTaskListener(
            TaskListener.EVENTNAME_CREATE, task -> names.forEach(name -> move(task, name)));
  }

  private static void move(DelegateTask task, String name) {
    task.setVariableLocal(name, task.getExecution().<TypedValue>getVariableLocalTyped(name));
    task.getExecution().removeVariableLocal(name);
  }
}
