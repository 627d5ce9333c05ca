package vn.dvc.pay.engine.rehearsal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Notes which elements of which process were passed; nothing else of the history is kept. */
final class PassedElements implements HistoryEventHandler {
  private final Map<String, Set<String>> byProcess = new HashMap<>();

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricActivityInstanceEventEntity element) {
      byProcess
          .computeIfAbsent(element.getProcessDefinitionKey(), key -> new HashSet<>())
          .add(element.getActivityId());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  Set<String> of(String process) {
    return byProcess.getOrDefault(process, Set.of());
  }
}
