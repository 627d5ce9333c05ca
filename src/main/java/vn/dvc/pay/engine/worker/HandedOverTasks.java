package vn.dvc.pay.engine.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskManager;
import org.springframework.stereotype.Component;

/**
 * Tells {@link TaskHandover} of each new external task. Replaces the engine's own wake-up of
 * fetchers, which it would give for each of them.
 */
@Component
class HandedOverTasks extends AbstractProcessEnginePlugin {
  private final TaskHandover handover;
  private final TracedTasks traced;

  HandedOverTasks(TaskHandover handover, TracedTasks traced) {
    this.handover = handover;
    this.traced = traced;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    var given = engine.getCustomSessionFactories();
    List<SessionFactory> all = new ArrayList<>(given == null ? List.of() : given);
    all.add(new Factory());
    engine.setCustomSessionFactories(all);
  }

  private final class Factory implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return ExternalTaskManager.class;
    }

    @Override
    public Session openSession() {
      return new Tasks();
    }
  }

  private final class Tasks extends ExternalTaskManager {
    @Override
    public void insert(ExternalTaskEntity task) {
      getDbEntityManager().insert(task); // written when the command ends
      // which only a fetched task knows by itself
      task.setBusinessKey(task.getExecution().getProcessInstance().getBusinessKey());
      traced.created(task);
      handover.created(task);
    }

    /** An execution waits at one place, so the task that is known is the only one. */
    @Override
    public List<ExternalTaskEntity> findExternalTasksByExecutionId(String execution) {
      var known =
          getDbEntityManager().getCachedEntitiesByType(ExternalTaskEntity.class).stream()
              .filter(task -> execution.equals(task.getExecutionId()))
              .collect(Collectors.toCollection(ArrayList::new));
      return known.isEmpty() ? super.findExternalTasksByExecutionId(execution) : known;
    }
  }
}
