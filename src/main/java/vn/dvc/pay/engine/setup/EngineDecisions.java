package vn.dvc.pay.engine.setup;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import vn.dvc.pay.engine.Decisions;

/**
 * Asks the engine, and remembers what it said: reading a table's expressions anew each time was a
 * quarter of a payment's processor time. The check of models lets only literals into a table, so
 * the same version says the same whenever it is asked.
 */
@Component
class EngineDecisions implements Decisions {
  private static final int REMEMBERED = 1_000;

  private final ProcessEngineConfigurationImpl engine;
  private final DecisionService decisions;
  private final ConcurrentLruCache<Question, Decision> answers =
      new ConcurrentLruCache<>(REMEMBERED, this::answer);

  EngineDecisions(ProcessEngineConfigurationImpl engine, DecisionService decisions) {
    this.engine = engine;
    this.decisions = decisions;
  }

  /**
   * @param id of the table's version, so that another version is asked anew
   */
  private record Question(String table, String id, int version, Map<String, Object> inputs) {}

  @Override
  public Decision decide(String table, Map<String, Object> inputs) {
    DecisionDefinition newest = newest(table);
    return answers.get(
        new Question(table, newest.getId(), newest.getVersion(), new HashMap<>(inputs)));
  }

  /** Evaluates by id, so that the version it reports is the version that decided. */
  private Decision answer(Question question) {
    DmnDecisionResult rows =
        decisions.evaluateDecisionById(question.id()).variables(question.inputs()).evaluate();
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "Decision table %s version %d yields %d rows instead of one"
              .formatted(question.table(), question.version(), rows.size()));
    }
    return new Decision(
        Collections.unmodifiableMap(rows.getSingleResult().getEntryMap()),
        question.table() + ":" + question.version());
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
