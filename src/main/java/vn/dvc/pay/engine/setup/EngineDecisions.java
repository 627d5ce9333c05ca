package vn.dvc.pay.engine.setup;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;

@Component
class EngineDecisions implements Decisions {
  private final ProcessEngineConfigurationImpl engine;
  private final DecisionService decisions;

  EngineDecisions(ProcessEngineConfigurationImpl engine, DecisionService decisions) {
    this.engine = engine;
    this.decisions = decisions;
  }

  /** Evaluates by id, so that the version it reports is the version that decided. */
  @Override
  public Decision decide(String table, Map<String, Object> inputs) {
    DecisionDefinition newest = newest(table);
    DmnDecisionResult rows =
        decisions.evaluateDecisionById(newest.getId()).variables(inputs).evaluate();
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "Decision table %s version %d yields %d rows instead of one"
              .formatted(table, newest.getVersion(), rows.size()));
    }
    return new Decision(rows.getSingleResult().getEntryMap(), table + ":" + newest.getVersion());
  }

  /** From the engine's cache, where a query would go to the database. */
  private DecisionDefinition newest(String table) {
    try {
      return engine
          .getCommandExecutorTxRequired()
          .execute(
              command ->
                  engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(table));
    } catch (DecisionDefinitionNotFoundException unknown) {
      throw new IllegalStateException("There is no decision table " + table, unknown);
    }
  }
}
