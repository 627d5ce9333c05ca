package vn.dvc.pay.engine.setup;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;

@Component
class EngineDecisions implements Decisions {
  private final RepositoryService repository;
  private final DecisionService decisions;

  EngineDecisions(RepositoryService repository, DecisionService decisions) {
    this.repository = repository;
    this.decisions = decisions;
  }

  /** Evaluates by id, so that the version it reports is the version that decided. */
  @Override
  public Decision decide(String table, Map<String, Object> inputs) {
    DecisionDefinition newest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult();
    if (newest == null) {
      throw new IllegalStateException("There is no decision table " + table);
    }
    DmnDecisionResult rows =
        decisions.evaluateDecisionById(newest.getId()).variables(inputs).evaluate();
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "Decision table %s version %d yields %d rows instead of one"
              .formatted(table, newest.getVersion(), rows.size()));
    }
    return new Decision(rows.getSingleResult().getEntryMap(), table + ":" + newest.getVersion());
  }
}
