package vn.dvc.pay.engine.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.stereotype.Component;

/** Replaces parts of the engine that would ask the database for more than anybody needs. */
@Component
class FewerReads extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    var given = engine.getCustomSessionFactories();
    List<SessionFactory> all = new ArrayList<>(given == null ? List.of() : given);
    all.add(new Replacement(JobManager.class, JobsOfTimers::new));
    all.add(new Replacement(IncidentManager.class, IncidentsByFlag::new));
    all.add(new Replacement(ExecutionManager.class, ExecutionsOfAll::new));
    all.add(new Replacement(VariableInstanceManager.class, VariablesByInstance::new));
    engine.setCustomSessionFactories(all);
    engine.setHistoryEventProducer(new HistoryOfKnownModels());
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    VariablesByInstance.addTo(engine);
  }

  private record Replacement(Class<?> type, Supplier<Session> session) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return type;
    }

    @Override
    public Session openSession() {
      return session.get();
    }
  }
}
