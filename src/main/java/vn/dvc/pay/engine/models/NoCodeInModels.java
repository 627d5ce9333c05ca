package vn.dvc.pay.engine.models;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.springframework.stereotype.Component;

/** Refuses code and class names in models, whoever deploys them and whenever. */
@Component
public class NoCodeInModels extends AbstractBpmnParseListener {
  /** With the name space that the engine still takes for its own. */
  private static final Namespace CAMUNDA =
      new Namespace("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

  private static final Set<String> CODE =
      Set.of("script", "scriptTask", "executionListener", "taskListener", "connector");

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    refuseCode(element, process.getKey());
  }

  private static void refuseCode(Element element, String process) {
    if (CODE.contains(element.getTagName())
        || element.attributeNS(CAMUNDA, "class") != null
        || element.attributeNS(CAMUNDA, "delegateExpression") != null) {
      throw new ProcessEngineException(
          "%s, line %d: code in a model is not allowed (%s)"
              .formatted(process, element.getLine(), element.getTagName()));
    }
    element.elements().forEach(child -> refuseCode(child, process));
  }
}
