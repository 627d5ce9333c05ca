package vn.dvc.pay.engine.twoperson;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Attaches the two-person rule to every user task with {@code differsFrom=<taskId>}, and to the
 * tasks so named, when the engine parses a model. The engine calls these listeners for every
 * caller, even where custom listeners are skipped.
 */
@Component
class TwoPersonRuleInstaller extends AbstractBpmnParseListener {
  private static final String PROPERTY = "differsFrom";

  private final Hands hands;

  TwoPersonRuleInstaller(Hands hands) {
    this.hands = hands;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    Element extensions = element.element("extensionElements");
    Element properties = extensions == null ? null : extensions.element("properties");
    if (properties != null) {
      properties.elements("property").stream()
          .filter(p -> PROPERTY.equals(p.attribute("name")))
          .forEach(p -> activity.setProperty(PROPERTY, p.attribute("value")));
    }
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    List<ActivityImpl> tasks =
        activities(process)
            .filter(a -> a.getActivityBehavior() instanceof UserTaskActivityBehavior)
            .toList();
    Set<String> firsts = new HashSet<>();
    for (ActivityImpl task : tasks) {
      String first = (String) task.getProperty(PROPERTY);
      if (first != null) {
        firsts.add(first);
        guard(task, first);
      }
    }
    for (ActivityImpl task : tasks) {
      if (firsts.remove(task.getId()) && task.getProperty(PROPERTY) == null) {
        guard(task, null);
      }
    }
    if (!firsts.isEmpty()) {
      throw new ProcessEngineException(
          "%s: differsFrom names no user task of the model: %s"
              .formatted(process.getKey(), firsts));
    }
  }

  private void guard(ActivityImpl task, @Nullable String first) {
    TaskDefinition definition =
        ((UserTaskActivityBehavior) task.getActivityBehavior()).getTaskDefinition();
    TwoPersonCheck listener = new TwoPersonCheck(hands, first);
    for (String event :
        List.of(
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE)) {
      definition.addBuiltInTaskListener(event, listener);
    }
  }

  private static Stream<ActivityImpl> activities(ScopeImpl scope) {
    return scope.getActivities().stream()
        .flatMap(activity -> Stream.concat(Stream.of(activity), activities(activity)));
  }
}
